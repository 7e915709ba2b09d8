package vn.sohoa.extraction;

import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.extraction.TypesFile.NameWords;
import vn.sohoa.extraction.Whose.Standing;

/** Reads in the words before a name whether it is that of a field: a label of the field, of anybody, of somebody else. */
final class NameRoles {
    private static final double ALIKE = 0.9;
    /** A short line above a label that may say whose it is; a kind line says nothing. */
    private static final Pattern PARTY = Pattern.compile("\\b(?:ben|nguoi|thong tin|ve)\\b");

    private static final String ADDRESS = " (?:ong|ba|ong ba|anh|chi|em|chau)$";

    private final NameWords words;
    private final List<String> own;

    /**
     * @param words folded
     * @param labels of the field
     */
    NameRoles(NameWords words, List<String> labels) {
        this.words = words;
        this.own = labels.stream().map(Fold::words).toList();
    }

    /** The best of what stands before it; one word of somebody else is enough. */
    Standing of(NamePlaces.Place place) {
        if (PARTY.matcher(place.section()).find()
                && isOthers(place.section())
                && !has(words.labels(), place.section())) {
            return Standing.OTHER;
        }
        Standing best = Standing.BARE;
        for (String caption : place.captions()) {
            Standing standing = of(caption);
            best = standing == Standing.OTHER || standing.compareTo(best) < 0 ? standing : best;
            if (best == Standing.OTHER) {
                return best;
            }
        }
        return best;
    }

    private Standing of(String caption) {
        String bare = caption.replaceFirst(ADDRESS, "");
        if (own.stream().anyMatch(label -> isAlike(label, caption) || isAlike(label, bare))) {
            return Standing.OWN;
        }
        if (isOthers(caption)) {
            return Standing.OTHER;
        }
        if (has(words.labels(), caption)) {
            return Standing.NAMED;
        }
        if (own.stream().anyMatch(label -> caption.endsWith(" " + label))) {
            return Standing.LOOSE;
        }
        if (has(words.things(), caption)) {
            return Standing.OTHER;
        }
        return has(words.persons(), caption) ? Standing.PERSON : Standing.BARE;
    }

    private static boolean isAlike(String label, String caption) {
        return label.equals(caption)
                || (label.length() > 5
                        && Fuzzy.alike(caption, label, ALIKE)
                        && Fuzzy.similarity(caption, label) >= ALIKE);
    }

    /** Whether it has a word of somebody else that no label of the field has. */
    private boolean isOthers(String caption) {
        return words.others().stream()
                .anyMatch(word ->
                        Captions.has(caption, word) && own.stream().noneMatch(label -> Captions.has(label, word)));
    }

    private static boolean has(List<String> words, String caption) {
        return words.stream().anyMatch(word -> Captions.has(caption, word));
    }
}
