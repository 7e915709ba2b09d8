package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.page.Word;

/** The abstract line (trích yếu): below the kind, or "V/v …" below the number of a công văn. */
final class Subjects {
    private static final int MOST_LINES = 6;
    /** Lines further apart than this, in line heights, are no longer one block. */
    private static final double BLOCK_GAP = 1.9;

    private static final double WIDE = 0.75;
    /** An abstract of fewer words is the rest of one. */
    private static final int FEWEST = 3;

    private final Sheet sheet;
    private final List<String> stops;

    Subjects(Sheet sheet, List<String> stops) {
        this.sheet = sheet;
        this.stops = stops.stream().map(Fold::words).toList();
    }

    Optional<Found> find(Optional<Titles.Hit> title, boolean kindHasLine) {
        Optional<Found> below = kindHasLine ? title.flatMap(this::underTitle) : Optional.empty();
        return below.isPresent() || kindHasLine ? below : about();
    }

    private Optional<Found> underTitle(Titles.Hit title) {
        Piece start = sheet.pieces().get(title.lastOrder());
        int ahead = sheet.pieces().stream()
                .filter(p -> p.order() >= title.piece().order() && p.order() < title.lastOrder())
                .mapToInt(p -> p.words().size())
                .sum();
        List<Word> words = new ArrayList<>(start.words()
                .subList(Math.max(0, title.words() - ahead), start.words().size()));
        if (words.stream().allMatch(w -> Fold.solid(w.text()).isEmpty())) {
            words.clear();
        }
        collect(start, words, true);
        return found(start, words);
    }

    /** "V/v …", in the left block: never a sentence of the body. */
    private Optional<Found> about() {
        for (Piece piece : sheet.pieces()) {
            boolean about = piece.page() == sheet.firstPage()
                    && piece.order() < 20
                    && piece.folded().matches("(v v|viv|vv|ve viec)( .*)?")
                    && sheet.onTheLeft(piece);
            if (about) {
                List<Word> words = new ArrayList<>(piece.words());
                collect(piece, words, false);
                return found(piece, words);
            }
        }
        return Optional.empty();
    }

    private void collect(Piece start, List<Word> words, boolean centred) {
        Piece last = start;
        int lines = 0;
        for (int i = start.order() + 1; i < sheet.pieces().size() && lines < MOST_LINES; i++) {
            Piece next = sheet.pieces().get(i);
            if (next.page() == start.page() && besides(start, next, centred)) {
                continue; // the other block of the head
            }
            if (next.page() != start.page() || ends(next, last, centred && lines == 0 && words.isEmpty(), centred)) {
                return;
            }
            words.addAll(next.words());
            last = next;
            lines++;
        }
    }

    /** Quốc hiệu and the date beside a "V/v" block, which readers may give between its lines. */
    private boolean besides(Piece start, Piece next, boolean centred) {
        return !centred
                && (Cuts.isMotto(next.folded()) || (next.placed() && start.placed() && !next.sharesColumn(start)))
                && next.placed();
    }

    private boolean ends(Piece next, Piece last, boolean first, boolean centred) {
        boolean stop = (stops.stream().anyMatch(next::startsWith) && !(first && mayOpen(next)))
                || (!first && next.capitals() > 0.8 && last.capitals() < 0.6)
                || (next.text().matches("^[(\\d\\-–+•*].*") && !(first && isNamed(next)))
                || next.text().matches(".*:\\s*$")
                || next.text().matches("^[^:]{2,40}:\\s.*")
                || Cuts.isMotto(next.folded())
                || (!centred && next.folded().matches("(.* )?ngay( \\d+)? thang( \\d+)? nam.*"));
        boolean apart = next.placed()
                && last.placed()
                && next.box().y() - last.box().bottom() > BLOCK_GAP * last.box().height();
        boolean aside = centred
                && next.placed()
                && (sheet.offCentre(next) > 0.15 || (!(first && isNamed(next)) && opensBody(next, last)));
        boolean body = !next.placed()
                && next.text().endsWith(".")
                && last.text().length() < 40
                && next.text().length() > 60;
        return stop || apart || aside || body;
    }

    /** "Về việc …" right under the kind says itself that it is the abstract. */
    private static boolean isNamed(Piece line) {
        return line.folded().matches("(ve|v v|vv) .*");
    }

    /**
     * Whether a sentence begins here: a capital, on a line so much wider than the one before that its first word would have had room
     * there, or with the end of a sentence within.
     */
    private boolean opensBody(Piece next, Piece last) {
        boolean capital = Character.isUpperCase(next.text().codePointAt(0)) && next.capitals() < 0.7;
        if (!capital || last.words().isEmpty()) {
            return false;
        }
        int first = next.words().get(0).box().width();
        boolean room =
                last.box().width() + first + last.box().height() < next.box().width();
        boolean wide = next.box().width() > WIDE * sheet.extent(next.page()).width();
        return (room && wide) || next.text().matches(".*\\p{Ll}[.;] \\p{Lu}.*");
    }

    /** "Thực hiện Nghị quyết …" right under the kind is an abstract, though elsewhere it opens the body. */
    private static boolean mayOpen(Piece line) {
        return line.capitals() < 0.7
                && line.text().length() < 90
                && !line.text().matches(".*[.,;:]$|.*\\d{4}.*");
    }

    private static Optional<Found> found(Piece start, List<Word> words) {
        Found found = new Found(start.page(), start.source(), words, 1);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.size() < FEWEST ? found.less(0.4) : found);
    }
}
