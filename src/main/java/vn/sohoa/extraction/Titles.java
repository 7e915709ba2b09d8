package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.extraction.TypesFile.TypeRule;
import vn.sohoa.page.Word;

/**
 * Finds kind lines (tên loại): where they stand, not that the words occur. A body sentence that names a certificate is no kind
 * line, and what follows the first kind line counts little.
 */
final class Titles {
    /** @param strength 0 to 1: likeness, capitals, centred, near the top, first of its kind */
    record Hit(String type, Piece piece, int lastOrder, int words, double strength, boolean first) {}

    private static final int LONGEST_LINES = 3;
    /** Several lines of small print before it: then the line stands in the body. */
    private static final int BODY_LINES = 7;

    /** Letters of an agency's name that no kind line begins with. */
    private static final int LONG = 8;

    private final Map<String, List<Label>> titles;
    private final List<String> oneWord;
    private final List<Label> starts;
    private final List<String> longStarts;
    private final double similarity;

    Titles(List<TypeRule> rules, List<String> agencies, double similarity) {
        this.oneWord = agencies.stream().filter(name -> !name.contains(" ")).toList();
        this.starts = agencies.stream()
                .filter(name -> name.contains(" "))
                .map(Label::of)
                .toList();
        this.longStarts = agencies.stream()
                .map(Fold::words)
                .filter(words -> words.length() >= LONG)
                .toList();
        this.titles = rules.stream()
                .collect(java.util.stream.Collectors.toMap(
                        TypeRule::code, r -> r.titles().stream().map(Label::of).toList()));
        this.similarity = similarity;
    }

    /** The kind lines of a paper, from its top. */
    List<Hit> find(Sheet sheet) {
        List<Hit> hits = new ArrayList<>();
        int body = 0;
        int page = 0;
        int blockEnd = -1;
        for (int i = 0; i < sheet.pieces().size(); i++) {
            Piece piece = sheet.pieces().get(i);
            body = piece.page() == page ? body : 0;
            page = piece.page();
            Optional<Hit> hit = i <= blockEnd ? Optional.empty() : best(sheet, i, body, hits.isEmpty());
            if (hit.isPresent()) {
                hits.add(hit.get());
                blockEnd = hit.get().lastOrder() + (hit.get().first() ? 1 : 0);
            } else if (piece.capitals() < 0.5 && piece.words().size() > 7) {
                body++;
            }
        }
        return hits;
    }

    /** Whether the kind line only ends a longer one: capitals right above it that are neither a kind line nor an agency. */
    boolean under(Sheet sheet, Hit hit) {
        int at = sheet.pieces().indexOf(hit.piece());
        for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
            Piece above = sheet.pieces().get(i);
            boolean block = above.page() == hit.piece().page()
                    && above.sharesColumn(hit.piece())
                    && above.capitals() > 0.8
                    && above.words().size() > 1
                    && hit.piece().box().y() - above.box().bottom()
                            < 1.5 * hit.piece().box().height();
            if (block) {
                boolean head = Cuts.isMotto(above.folded())
                        || above.folded().equals("viet nam")
                        || above.text().matches(".*\\d.*"); // a number and symbol
                return !head && !isAgency(above);
            }
        }
        return false;
    }

    /** Single words to the accent: "SỔ" is no "SỞ". */
    private boolean isAgency(Piece piece) {
        String first = piece.words().get(0).text();
        return oneWord.stream().anyMatch(first::equalsIgnoreCase)
                || starts.stream().anyMatch(start -> start.find(piece, 0)
                        .filter(begin -> begin.from() == 0)
                        .isPresent());
    }

    private Optional<Hit> best(Sheet sheet, int at, int body, boolean first) {
        boolean agency = longStarts.stream().anyMatch(sheet.pieces().get(at)::startsWith);
        double least = agency ? 1 : similarity; // "HỘI ĐỒNG" is one letter from "HỢP ĐỒNG"
        long letters = letters(sheet, at);
        Hit best = null;
        double bestWeight = 0;
        for (Map.Entry<String, List<Label>> entry : titles.entrySet()) {
            for (Label title : entry.getValue()) {
                if (Long.bitCount(title.letters() & ~letters)
                        > (1 - similarity) * (title.solid().length() + 2)) {
                    continue; // too many of its letters stand nowhere near
                }
                Optional<Hit> hit = match(sheet, at, entry.getKey(), title, least, body, first);
                double weight =
                        hit.map(h -> h.strength() * title.solid().length()).orElse(0.0); // the longest that fits
                if (hit.isPresent() && weight > bestWeight) {
                    best = hit.get();
                    bestWeight = weight;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static long letters(Sheet sheet, int at) {
        return sheet.pieces().subList(at, Math.min(sheet.pieces().size(), at + LONGEST_LINES)).stream()
                .mapToLong(Piece::letters)
                .reduce(0, (a, b) -> a | b);
    }

    private Optional<Hit> match(Sheet sheet, int at, String type, Label title, double least, int body, boolean first) {
        Piece start = sheet.pieces().get(at);
        StringBuilder solid = new StringBuilder();
        StringBuilder printed = new StringBuilder();
        int words = 0;
        for (int i = at; i < Math.min(sheet.pieces().size(), at + LONGEST_LINES); i++) {
            Piece piece = sheet.pieces().get(i);
            if (piece.page() != start.page() || (i > at && !piece.sharesColumn(start))) {
                break;
            }
            for (int w = 0; w < piece.words().size(); w++) {
                Word word = piece.words().get(w);
                solid.append(piece.solids().get(w));
                printed.append(word.text());
                words++;
                if (Fuzzy.alike(solid.toString(), title.solid(), similarity)) {
                    double like = Fuzzy.similarity(solid.toString(), title.solid());
                    double next = likenessWithNext(solid, piece, w, title);
                    if (like >= least && like >= next) {
                        boolean alone = w == piece.words().size() - 1;
                        return hit(
                                sheet,
                                start,
                                i,
                                type,
                                words,
                                like,
                                Fold.capitals(printed.toString()),
                                alone,
                                body,
                                first);
                    }
                }
                if (solid.length() > title.solid().length() + 2) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static double likenessWithNext(StringBuilder solid, Piece piece, int w, Label title) {
        return w + 1 < piece.words().size()
                ? Fuzzy.similarity(solid + piece.solids().get(w + 1), title.solid())
                : 0;
    }

    private static Optional<Hit> hit(
            Sheet sheet,
            Piece start,
            int last,
            String type,
            int words,
            double like,
            double capitals,
            boolean alone,
            int body,
            boolean first) {
        if (capitals < 0.6
                && !(alone && like > 0.95 && Character.isUpperCase(start.text().codePointAt(0)))) {
            return Optional.empty();
        }
        double strength = like * (capitals < 0.6 ? 0.6 : 1);
        strength *= sheet.offCentre(start) <= 0.2 ? 1 : 0.8;
        strength *= sheet.depth(start) <= 0.55 && body < BODY_LINES ? 1 : 0.5;
        strength *= start.page() == sheet.firstPage() ? 1 : 0.6;
        return Optional.of(new Hit(type, start, last, words, first ? strength : strength * 0.5, first));
    }
}
