package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sohoa.extraction.NamePlaces.Place;
import vn.sohoa.extraction.TypesFile.FieldRule;
import vn.sohoa.extraction.TypesFile.NameWords;
import vn.sohoa.extraction.Whose.Standing;
import vn.sohoa.page.Word;

/**
 * Reads the names of a paper and says whose they are. The owner's is looked for behind the labels of its field, and on a form that words
 * it otherwise behind any label of a name that is nobody else's.
 */
final class NameReader {
    /** Pieces behind a name that say more of the person. */
    private static final int CLOSE = 4;
    /** Further down stand the signatures. */
    private static final double SIGNATURES = 0.7;

    private static final List<String> UNITS = List.of(
            "tinh",
            "huyen",
            "quan",
            "xa",
            "phuong",
            "thi xa",
            "thi tran",
            "thanh pho",
            "thon",
            "buon",
            "ap",
            "khu",
            "cong an",
            "uy ban",
            "phong",
            "ban",
            "so");

    private static final int FEWEST_WORDS_BARE = 3;
    private static final Pattern OF_A_PERSON = Pattern.compile(
            "\\b(?:sinh (?:ngay|nam)|(?:ngay|nam|ngay thang nam) sinh|gioi tinh|cccd|cmnd|can cuoc|dinh danh|chung minh nhan dan|date of birth)\\b");

    private final Sheet sheet;
    private final FieldReader labelled;
    private final NameWords words;
    private final NamePlaces places;
    /** Labels of each name field. */
    private final Map<String, List<String>> labels;
    /** First words of the names that were read. */
    private final Set<Word> read = Collections.newSetFromMap(new IdentityHashMap<>());

    NameReader(
            Sheet sheet,
            LabelledValues values,
            FieldReader labelled,
            NameWords words,
            Map<String, List<String>> labels) {
        this.sheet = sheet;
        this.labelled = labelled;
        this.words = words;
        this.labels = labels;
        this.places = new NamePlaces(sheet, values, !labels.isEmpty());
    }

    private record Candidate(Reading reading, Whose whose) {
        Standing standing() {
            return whose.standing();
        }

        /** Of names behind labels that nobody knows, one with birth, sex or number close by is likelier. */
        boolean isLess() {
            return whose.standing() != Standing.OWN && !whose.beside();
        }
    }

    /**
     * All readings of a field, the likeliest first.
     *
     * @param anywhere also behind labels that the field does not know
     */
    List<Reading> read(FieldRule rule, boolean anywhere) {
        List<Reading> behind = labelled.read(rule).stream().filter(this::isName).toList();
        behind.forEach(this::remember);
        if (!anywhere) {
            return behind;
        }
        NameRoles roles = roles(rule.name());
        List<Candidate> candidates = new ArrayList<>();
        behind.forEach(reading -> candidates.add(new Candidate(reading, whose(reading))));
        for (Place place : places.all()) {
            Standing standing = roles.of(place);
            if (mayBe(place, standing)) {
                FieldReader.name(rule, place.name())
                        .ifPresent(reading -> candidates.add(new Candidate(reading, whose(place, standing, roles))));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::standing).thenComparing(Candidate::isLess));
        candidates.stream().map(Candidate::reading).forEach(this::remember);
        return candidates.stream().map(Candidate::reading).toList();
    }

    /** "NGƯỜI NỘP" beside "NGƯỜI THU TIỀN": what begins with a word for a post or a place is no name, unless it is a family's. */
    private boolean isName(Reading reading) {
        String folded = Fold.words(reading.value()) + " ";
        return FamilyNames.isOne(reading.value().replaceFirst(" .*", ""))
                || Stream.of(words.labels(), words.persons(), words.others(), words.things(), UNITS)
                        .flatMap(List::stream)
                        .noneMatch(word -> folded.startsWith(word + " "));
    }

    private void remember(Reading reading) {
        read.add(reading.found().words().get(0));
    }

    private boolean mayBe(Place place, Standing standing) {
        boolean above = sheet.depth(place.piece()) < SIGNATURES;
        return place.hasFamily()
                && switch (standing) {
                    case OWN, NAMED -> place.closed() || above;
                    case LOOSE, PERSON -> above;
                    case BARE -> above && isBeside(place) && place.value().split(" ").length >= FEWEST_WORDS_BARE;
                    case OTHER -> false;
                };
    }

    /** What the paper says of a name that was read here; of one from elsewhere, such as an entry of a transfer, nothing. */
    Whose whose(Reading name) {
        List<String> own = labels.get(name.field());
        if (own == null || !read.contains(name.found().words().get(0))) {
            return Whose.NOBODY;
        }
        NameRoles roles = new NameRoles(words, own);
        Optional<Place> place = places.of(name.found());
        return place.map(there -> whose(there, roles.of(there), roles)).orElse(new Whose(Standing.LOOSE, 0, false));
    }

    private Whose whose(Place place, Standing standing, NameRoles roles) {
        long rivals = places.all().stream()
                .filter(other -> other.hasFamily() && !FieldReader.same(other.value(), place.value()))
                .filter(other -> {
                    Standing theirs = roles.of(other);
                    return theirs.compareTo(Standing.BARE) < 0 && theirs.compareTo(standing) <= 0;
                })
                .map(other -> Fold.solid(other.value()))
                .distinct()
                .count();
        return new Whose(standing, (int) rivals, isBeside(place));
    }

    private NameRoles roles(String field) {
        return new NameRoles(words, labels.getOrDefault(field, List.of()));
    }

    private boolean isBeside(Place place) {
        int from = place.piece().order();
        return sheet.pieces().subList(from, Math.min(sheet.pieces().size(), from + CLOSE + 1)).stream()
                .filter(piece -> piece.page() == place.piece().page())
                .anyMatch(piece -> OF_A_PERSON.matcher(piece.folded()).find());
    }
}
