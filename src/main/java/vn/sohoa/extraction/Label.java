package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.page.Word;

/** A printed label such as "Họ, chữ đệm, tên", found word by word in spite of dropped letters. */
record Label(String solid, int words, long letters) {
    private static final double ALIKE = 0.84;
    /** Shorter labels must be right to the letter: "số" is one slip away from too much. */
    private static final int SHORT = 6;

    /** Text may be so many letters longer than the label. */
    private static final int LONGER = 3;

    private static final Pattern ITEM = Pattern.compile("\\P{Z}{1,2}[.)]|[-+*•]");

    /** Words {@code from} (inclusive) to {@code to} of the piece are the label. */
    record Hit(Piece piece, int from, int to, double likeness) {
        /** The words behind the label. */
        List<Word> rest() {
            return piece.words().subList(to, piece.words().size());
        }

        /** Whether a colon or the end of the piece follows, as behind a real label. */
        boolean closed() {
            return to == piece.words().size() || hasColon();
        }

        boolean hasColon() {
            return piece.words().get(to - 1).text().endsWith(":")
                    || (to < piece.words().size()
                            && piece.words().get(to).text().startsWith(":"));
        }
    }

    static Label of(String phrase) {
        String folded = Fold.words(phrase);
        return new Label(folded.replace(" ", ""), folded.split(" ").length, Fold.letters(folded));
    }

    /**
     * The first place at or behind {@code start} where the label stands; a label of one short word only at the start, behind
     * the mark of an item: "a) Tên:", or with a capital and a colon.
     */
    Optional<Hit> find(Piece piece, int start) {
        if (isFar(piece)) {
            return Optional.empty();
        }
        boolean item = start == 0
                && !piece.words().isEmpty()
                && ITEM.matcher(piece.words().get(0).text()).matches();
        int last = solid.length() <= 3
                ? Math.min(start + (item ? 2 : 1), piece.words().size())
                : piece.words().size();
        for (int from = start; from < piece.words().size(); from++) {
            if (from < last || isLabelled(piece.words().get(from).text())) {
                Optional<Hit> hit = at(piece, from);
                if (hit.isPresent()) {
                    return hit;
                }
            }
        }
        return Optional.empty();
    }

    /** The label, beginning just there; not for short ones. */
    Optional<Hit> findAt(Piece piece, int from) {
        return from >= piece.words().size() || isFar(piece) ? Optional.empty() : at(piece, from);
    }

    /** Whether too many of its letters stand nowhere on the piece. */
    private boolean isFar(Piece piece) {
        int wrong = solid.length() < SHORT ? 0 : (int) ((1 - ALIKE) * (solid.length() + LONGER));
        return Long.bitCount(letters & ~piece.letters()) > wrong;
    }

    /** "… xã Mẫu Lâm Số: 4865151": a short word in the middle of a line is a label where it is written as one. */
    private static boolean isLabelled(String word) {
        return word.endsWith(":") && Character.isUpperCase(word.codePointAt(0));
    }

    private Optional<Hit> at(Piece piece, int from) {
        StringBuilder text = new StringBuilder();
        Hit best = null;
        for (int to = from + 1; to <= Math.min(piece.words().size(), from + words + 2); to++) {
            String word = piece.solids().get(to - 1);
            if (word.isEmpty() && (to == from + 1 || best != null)) {
                break; // punctuation neither begins a label nor makes it longer
            }
            if (to > from + 1 && piece.words().get(to - 2).text().endsWith(":")) {
                break; // a label ends at its colon: "tên cha: Trịnh" is not "tên khai sinh"
            }
            text.append(word);
            if (text.length() > solid.length() + LONGER) {
                break;
            }
            double likeness = text.toString().equals(solid) ? 1 : fuzzy(text.toString());
            if (likeness >= ALIKE && (best == null || likeness > best.likeness())) {
                best = new Hit(piece, from, to, likeness);
            }
        }
        return Optional.ofNullable(best);
    }

    private double fuzzy(String text) {
        return solid.length() < SHORT || !Fuzzy.alike(text, solid, ALIKE) ? 0 : Fuzzy.similarity(text, solid);
    }
}
