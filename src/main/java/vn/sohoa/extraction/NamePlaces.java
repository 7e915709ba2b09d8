package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.page.Word;

/** All places of a paper where the name of a person stands, with what is printed before and above it: whose name it is. */
final class NamePlaces {
    /** A name may stand so many line heights below what it belongs to. */
    private static final double REACH = 3.2;
    /** More words are a sentence, no label. */
    private static final int LONGEST_LABEL = 12;

    private static final int LONGEST_SECTION = 6;
    private static final int MOST_WORDS = 7;
    private static final Set<String> ADDRESSES = Set.of("ong", "ba", "ongba", "cho");
    /** The same, but words of names as well: only where a label begins. */
    private static final Set<String> FIRST_ADDRESSES = Set.of("anh", "chi", "em", "chau");

    /**
     * One of them.
     *
     * @param captions the words before it, or the pieces beside and above it, folded; empty where nothing is
     * @param section a short line above its label, folded: "II. Bên được ủy quyền"; empty where there is none
     * @param closed whether a colon stands before it
     */
    record Place(Piece piece, Found name, String value, List<String> captions, String section, boolean closed) {
        /** Whether it begins like most names of the country. */
        boolean hasFamily() {
            return FamilyNames.isLike(value.replaceFirst(" .*", ""));
        }
    }

    private final Sheet sheet;
    private final LabelledValues values;
    private final List<Place> places = new ArrayList<>();

    NamePlaces(Sheet sheet, LabelledValues values, boolean wanted) {
        this.sheet = sheet;
        this.values = values;
        if (wanted) {
            sheet.pieces().forEach(this::behindLabels);
            sheet.pieces().forEach(this::alone);
        }
        places.sort(Comparator.comparingInt(place -> place.piece().order()));
    }

    /** From the top of the paper. */
    List<Place> all() {
        return places;
    }

    /** The place of these words. */
    Optional<Place> of(Found name) {
        return at(name.words().get(0));
    }

    @SuppressWarnings("ReferenceEquality") // this very word: equal ones may stand twice
    private Optional<Place> at(Word first) {
        return places.stream()
                .filter(place -> place.name().words().get(0) == first)
                .findFirst();
    }

    /** "Người mẹ: … Người cha: …", "Xác nhận ông …": within the piece, beside it or below it. */
    private void behindLabels(Piece piece) {
        int from = 0;
        for (int i = 0; i < piece.words().size(); i++) {
            boolean closed = piece.words().get(i).text().endsWith(":");
            if (i >= from && i - from < LONGEST_LABEL && (closed || isAddress(piece, from, i))) {
                String caption = Captions.folded(piece.words().subList(from, i + 1));
                for (Found found : values.values(new Label.Hit(piece, from, i + 1, 1))) {
                    add(found, List.of(caption), from == 0 ? section(piece) : "", closed);
                }
            }
            int behind = i + 1;
            int next = behind == piece.words().size()
                    ? behind
                    : at(piece.words().get(behind))
                            .map(place -> behind + place.name().words().size())
                            .orElse(0);
            from = Math.max(closed ? behind : from, next);
        }
    }

    private String section(Piece label) {
        return label.order() == 0
                ? ""
                : Optional.of(sheet.pieces().get(label.order() - 1))
                        .filter(p -> p.page() == label.page() && p.words().size() <= LONGEST_SECTION)
                        .filter(p -> p.text().indexOf(':') < 0 || p.text().endsWith(":"))
                        .map(Piece::folded)
                        .orElse("");
    }

    private static boolean isAddress(Piece piece, int from, int at) {
        String word = piece.solids().get(at);
        return (ADDRESSES.contains(word) || (at == from && FIRST_ADDRESSES.contains(word))) && isName(piece, at + 1);
    }

    /** Nothing else on its piece. */
    private void alone(Piece piece) {
        if (isName(piece, 0) && piece.words().size() <= MOST_WORDS) {
            add(Found.whole(piece), around(piece), "", false);
        }
    }

    private void add(Found found, List<String> captions, String section, boolean closed) {
        Optional<String> value = PersonNames.in(found.text());
        if (value.isEmpty() || value.get().split(" ").length > MOST_WORDS) {
            return;
        }
        Found name = found.shortest(
                words -> PersonNames.in(words).filter(value.get()::equals).isPresent());
        if (of(name).isEmpty()) {
            places.add(new Place(piece(name), name, value.get(), captions, section, closed));
        }
    }

    /** What stands to the left on its line, and above it; names beside it are those of others. */
    private List<String> around(Piece name) {
        List<String> found = new ArrayList<>();
        sheet.pieces().stream()
                .filter(p -> name.placed()
                        && p.page() == name.page()
                        && p.box().right() <= name.box().x())
                .filter(p -> isLevel(p, name) && !isName(p, 0))
                .max(Comparator.comparingInt(p -> p.box().x()))
                .ifPresent(p -> found.add(Captions.folded(p.words())));
        sheet.pieces().stream()
                .filter(p -> name.placed()
                        ? p.page() == name.page() && p.sharesColumn(name) && isAbove(p, name)
                        : p.order() == name.order() - 1)
                .filter(p -> !isName(p, 0) && p.words().size() <= LONGEST_LABEL)
                .max(Comparator.comparingInt(p -> p.placed() ? p.box().y() : p.order()))
                .ifPresent(p -> found.add(Captions.folded(p.words())));
        return found;
    }

    private static boolean isLevel(Piece a, Piece b) {
        int overlap = Math.min(a.box().bottom(), b.box().bottom())
                - Math.max(a.box().y(), b.box().y());
        return overlap * 2 > Math.min(a.box().height(), b.box().height());
    }

    private static boolean isAbove(Piece above, Piece piece) {
        int gap = piece.box().y() - above.box().y();
        return gap > piece.box().height() / 2 && gap < piece.box().height() * REACH + 8;
    }

    /** Whether the words from there on begin as a name does. */
    private static boolean isName(Piece piece, int from) {
        List<Word> words = piece.words();
        return words.size() - from > 1
                && Character.isUpperCase(words.get(from).text().codePointAt(0))
                && Character.isUpperCase(words.get(from + 1).text().codePointAt(0))
                && FamilyNames.isOne(words.get(from).text().replace('Ð', 'Đ'));
    }

    @SuppressWarnings("ReferenceEquality")
    private Piece piece(Found found) {
        Word first = found.words().get(0);
        return sheet.pieces().stream()
                .filter(piece -> piece.words().stream().anyMatch(word -> word == first))
                .findFirst()
                .orElseThrow();
    }
}
