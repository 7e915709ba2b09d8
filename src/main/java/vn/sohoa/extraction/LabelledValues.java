package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.page.Word;

/** Finds what stands behind, beside or under a label. */
final class LabelledValues {
    /** A label's value may stand so many line heights below it. */
    private static final double REACH = 3.2;

    private static final int LONGEST_LINES = 5;
    /** Words of a name that may not fit on a line. */
    private static final int LONG_NAME = 5;

    private static final double CAPITALS = 0.9;

    private final Sheet sheet;
    private final List<Label> stops;

    LabelledValues(Sheet sheet, List<Label> stops) {
        this.sheet = sheet;
        this.stops = stops;
    }

    /** The places of these labels, label by label in their order of strength, each from the top of the paper. */
    List<Label.Hit> hits(List<Label> labels) {
        List<Label.Hit> hits = new ArrayList<>();
        for (Label label : labels) {
            for (Piece piece : sheet.pieces()) {
                Optional<Label.Hit> hit = label.find(piece, 0);
                while (hit.isPresent()) {
                    if (!isAnother(hit.get())) {
                        hits.add(hit.get());
                    }
                    hit = hit.get().to() < piece.words().size()
                            ? label.find(piece, hit.get().to())
                            : Optional.empty();
                }
            }
        }
        return hits;
    }

    /** "Họ, chữ đệm, tên:" is itself and not nearly "Họ, chữ đệm, tên mẹ". */
    private boolean isAnother(Label.Hit nearly) {
        return nearly.likeness() < 1
                && stops.stream()
                        .flatMap(label -> label.findAt(nearly.piece(), nearly.from()).stream())
                        .anyMatch(hit -> hit.likeness() == 1 && hit.closed());
    }

    /** The value of a label: the rest of its piece, or the piece beside or below; in a table one for each column. */
    List<Found> values(Label.Hit hit) {
        List<Word> rest = value(hit.piece(), hit.to());
        if (!rest.isEmpty()) {
            return List.of(new Found(hit.piece().page(), hit.piece().source(), rest, hit.likeness()));
        }
        if (hit.rest().stream().anyMatch(w -> !Fold.solid(w.text()).isEmpty())) {
            return List.of(); // something follows, but it belongs to another label
        }
        List<Found> found = new ArrayList<>();
        for (Piece near : neighbours(hit.piece())) {
            List<Word> words = startsWithLabel(near) ? List.of() : value(near, 0);
            if (words.isEmpty()) {
                break;
            }
            found.add(new Found(near.page(), near.source(), words, hit.likeness() * 0.97));
        }
        return found;
    }

    /** The value with the lines on which it goes on. */
    Found withContinuation(Found first) {
        List<Word> words = new ArrayList<>(first.words());
        Word last = words.get(words.size() - 1);
        int at = indexOf(last);
        if (at < 0 || !endsItsPiece(sheet.pieces().get(at), last)) {
            return first;
        }
        for (int i = at + 1; i < sheet.pieces().size() && i <= at + LONGEST_LINES; i++) {
            Piece next = sheet.pieces().get(i);
            boolean goesOn = next.page() == first.page()
                    && (Character.isLowerCase(next.text().codePointAt(0)) || isRestOfName(first, next, i - at))
                    && !words.get(words.size() - 1).text().endsWith(".")
                    && !startsWithLabel(next);
            if (!goesOn) {
                break;
            }
            words.addAll(next.words());
        }
        return new Found(first.page(), first.source(), words, first.likeness());
    }

    /** "CÔNG TY TNHH MỘT THÀNH VIÊN CÀ" over "PHÊ MẪU": a long name in capitals may take two lines. */
    private static boolean isRestOfName(Found first, Piece next, int line) {
        return line == 1
                && first.words().size() >= LONG_NAME
                && Fold.capitals(first.text()) > CAPITALS
                && next.capitals() > CAPITALS
                && next.words().size() < LONG_NAME
                && !Cuts.isMotto(next.folded());
    }

    boolean startsWithLabel(Piece piece) {
        return stops.stream()
                .anyMatch(s -> s.words() > 1
                        && Stream.of(0, 1)
                                .flatMap(start -> s.findAt(piece, start).stream())
                                .anyMatch(Label.Hit::closed));
    }

    private List<Word> value(Piece piece, int from) {
        int start = skipTranslation(piece.words(), from);
        int end = piece.words().size();
        for (int i = start; i < end; i++) {
            if (i > from && isStop(piece, i)) {
                end = i;
            }
        }
        List<Word> words = trimmed(piece.words().subList(Math.min(start, end), end));
        boolean otherLabel = from > 0
                && words.stream().limit(6).anyMatch(w -> w.text().endsWith(":"))
                && !piece.words().get(from - 1).text().endsWith(":");
        return otherLabel ? List.of() : words;
    }

    /** Behind a label: "/ Full name:", "(chữ in hoa):", ":". */
    private static int skipTranslation(List<Word> words, int from) {
        if (from >= words.size() || from == 0) {
            return from;
        }
        String first = words.get(from).text();
        boolean translated = first.startsWith("/") || words.get(from - 1).text().endsWith("/") || first.startsWith("(");
        for (int i = from; translated && i < words.size(); i++) {
            String word = words.get(i).text();
            if (word.endsWith(":") || (first.startsWith("(") && word.endsWith(")"))) {
                return i + 1;
            }
        }
        return translated && !first.startsWith("(") ? words.size() : from;
    }

    /** A label of one word needs its colon: "HUỲNH DUY QUYÊN" does not end in the label "Quyển". */
    private boolean isStop(Piece piece, int at) {
        char first = piece.words().get(at).text().charAt(0);
        if (!Character.isUpperCase(first) && !Character.isDigit(first)) {
            return false;
        }
        return stops.stream().anyMatch(s -> s.findAt(piece, at)
                .filter(hit -> s.words() > 1 ? hit.closed() : hit.likeness() == 1 && hit.hasColon())
                .isPresent());
    }

    /** Without the dots, dashes and colons around. */
    private static List<Word> trimmed(List<Word> words) {
        int from = 0;
        int to = words.size();
        while (from < to && Fold.solid(words.get(from).text()).isEmpty()) {
            from++;
        }
        while (to > from && blank(words.get(to - 1), to - 1 > from)) {
            to--;
        }
        return words.subList(from, to);
    }

    /** Ornament, or the bare number of the next item: "Giới tính: Nam 5." */
    private static boolean blank(Word word, boolean hasMore) {
        return Fold.solid(word.text()).isEmpty() || (hasMore && word.text().matches("\\d{1,2}[.)]"));
    }

    private List<Piece> neighbours(Piece label) {
        List<Piece> all = sheet.pieces();
        List<Piece> next = all.stream()
                .filter(p -> p.page() == label.page() && p.order() != label.order())
                .toList();
        if (!label.placed()) {
            return next.stream().filter(p -> p.order() > label.order()).limit(2).toList();
        }
        List<Piece> beside = next.stream()
                .filter(p -> p.box().x() >= label.box().right() && sameHeight(p, label))
                .sorted(Comparator.comparingInt(p -> p.box().x()))
                .toList();
        if (!beside.isEmpty() && !startsWithLabel(beside.get(0))) {
            return beside;
        }
        return next.stream()
                .filter(p -> p.sharesColumn(label) && below(p, label))
                .sorted(Comparator.comparingInt(p -> p.box().y()))
                .limit(1)
                .toList();
    }

    private static boolean sameHeight(Piece a, Piece b) {
        int overlap = Math.min(a.box().bottom(), b.box().bottom())
                - Math.max(a.box().y(), b.box().y());
        return overlap * 2 > Math.min(a.box().height(), b.box().height());
    }

    private static boolean below(Piece piece, Piece label) {
        int gap = piece.box().y() - label.box().y();
        return gap > label.box().height() / 2 && gap < label.box().height() * REACH + 8;
    }

    private int indexOf(Word word) {
        for (int i = 0; i < sheet.pieces().size(); i++) {
            for (Word other : sheet.pieces().get(i).words()) {
                if (same(other, word)) {
                    return i;
                }
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // equal words may stand twice on an office page without places
    private static boolean same(Word a, Word b) {
        return a == b;
    }

    private static boolean endsItsPiece(Piece piece, Word word) {
        return same(piece.words().get(piece.words().size() - 1), word);
    }
}
