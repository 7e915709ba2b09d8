package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.page.Word;

/** The agency block: the superior agency and under it the issuing one (cơ quan chủ quản, cơ quan ban hành). */
final class Agencies {
    private final List<String> starts;
    private final List<String> parts;

    Agencies(List<String> starts, List<String> parts) {
        this.starts = starts.stream().map(Fold::words).toList();
        this.parts = parts.stream().map(Fold::words).toList();
    }

    /** The agencies from the top; the last is the one that issued the paper. */
    List<Found> of(List<Piece> lines) {
        List<List<Piece>> agencies = new ArrayList<>();
        for (Piece line : lines) {
            boolean begins = starts.stream().anyMatch(line::startsWith);
            if (begins) {
                agencies.add(new ArrayList<>());
            }
            if (!agencies.isEmpty() && (begins || continues(agencies.get(agencies.size() - 1), line))) {
                agencies.get(agencies.size() - 1).add(line);
            }
        }
        if (agencies.size() > 1 && isPart(agencies.get(agencies.size() - 1).get(0))) {
            agencies.remove(agencies.size() - 1);
        }
        return agencies.stream().map(Agencies::joined).toList();
    }

    /** A unit within the agency above it, which issues in that agency's name. */
    private boolean isPart(Piece line) {
        return parts.stream().anyMatch(line::startsWith);
    }

    /** The name of an agency written in a sentence: up to the first comma, in capitals as in a head. */
    Optional<String> named(String text) {
        String name = text.replaceAll("[,;(].*", "").replaceAll("[.:\\s]+$", "").strip();
        String folded = Fold.words(name) + " ";
        boolean known = starts.stream().anyMatch(start -> folded.startsWith(start + " "));
        return known ? Optional.of(Fold.upper(name)) : Optional.empty();
    }

    /** The agency that signs: "TM. ỦY BAN NHÂN DÂN XÃ …", "SỞ …", for papers without an agency block. */
    Optional<Found> signing(Sheet sheet) {
        List<Piece> lines = sheet.pieces().stream()
                .filter(p -> p.capitals() > 0.7 && p.words().size() > 2)
                .filter(p -> starts.stream()
                        .anyMatch(start -> (start.contains(" ") && p.startsWith(start))
                                || p.startsWith("tm " + start)
                                || (p.startsWith("so ") && p.words().size() > 3)))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Piece line = lines.get(lines.size() - 1);
        int skip = line.startsWith("tm") ? 1 : 0;
        return Optional.of(new Found(
                line.page(),
                line.source(),
                line.words().subList(skip, line.words().size()),
                0.9));
    }

    private static boolean continues(List<Piece> agency, Piece line) {
        Piece last = agency.get(agency.size() - 1);
        return last.page() == line.page()
                && agency.size() < 3
                && last.sharesColumn(line)
                && (!last.placed()
                        || line.box().y() - last.box().bottom() < 2 * last.box().height());
    }

    private static Found joined(List<Piece> pieces) {
        List<Word> words = pieces.stream().flatMap(p -> p.words().stream()).toList();
        return new Found(pieces.get(0).page(), pieces.get(0).source(), words, 1);
    }
}
