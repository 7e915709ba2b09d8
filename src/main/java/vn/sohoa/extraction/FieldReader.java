package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;

/** Reads labelled fields of one paper. */
final class FieldReader {
    private static final Pattern TITLES_OF_RESPECT = Pattern.compile("^(?:(?:ông|bà|Ông|Bà|ÔNG|BÀ)[/:.\\s]+)+");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: [\\p{Lu}][\\p{L}'’-]*){1,6}");
    private static final int LONGEST_TEXT = 500;

    private final Sheet sheet;
    private final LabelledValues values;
    private final VietnameseDates dates;
    private final Agencies agencies;

    FieldReader(Sheet sheet, LabelledValues values, VietnameseDates dates, Agencies agencies) {
        this.sheet = sheet;
        this.values = values;
        this.dates = dates;
        this.agencies = agencies;
    }

    /** All readings of a labelled field, the strongest label first. */
    List<ExtractedValue> read(FieldRule rule) {
        List<Label> labels = rule.labels().stream().map(Label::of).toList();
        if (labels.isEmpty()) {
            return wholeLines(rule);
        }
        List<ExtractedValue> read = new ArrayList<>();
        for (Label.Hit hit : new Anchors(sheet).behind(rule.anchors(), hits(rule, labels))) {
            for (Found found : values.values(hit)) {
                value(rule, found).ifPresent(read::add);
            }
        }
        return rule.rule() == TypesFile.Reader.ID
                ? read.stream().map(this::today).toList()
                : read;
    }

    /** An old card number becomes the personal id where the paper itself names both: "từ CMND số … sang số định danh …". */
    private ExtractedValue today(ExtractedValue id) {
        if (id.value().length() != 9) {
            return id;
        }
        String text = sheet.pieces().stream().map(Piece::text).collect(Collectors.joining(" "));
        Matcher both =
                Pattern.compile(id.value() + "\\P{Nd}{0,60}?(0\\d{11})(?!\\d)").matcher(text);
        return both.find()
                ? new ExtractedValue(
                        id.field(), both.group(), both.group(1), id.page(), id.box(), id.confidence(), id.method())
                : id;
    }

    /** Strongest label first; numbers of persons by their place, since the first on the paper is its owner's. */
    private List<Label.Hit> hits(FieldRule rule, List<Label> labels) {
        List<Label.Hit> hits = new ArrayList<>(values.hits(labels));
        if (rule.rule() == TypesFile.Reader.ID) {
            hits.sort(Comparator.comparing((Label.Hit hit) -> hit.to() - hit.from() == 1) // one word says little
                    .thenComparing(hit -> hit.piece().order())
                    .thenComparing(Label.Hit::from));
        }
        return hits;
    }

    private List<ExtractedValue> wholeLines(FieldRule rule) {
        Pattern pattern = Pattern.compile(rule.pattern() == null ? "(?!)" : rule.pattern());
        return sheet.pieces().stream()
                .filter(p -> pattern.matcher(p.text().strip()).matches())
                .map(p -> Found.whole(p).as(rule.name(), p.text().strip()))
                .toList();
    }

    private Optional<ExtractedValue> value(FieldRule rule, Found found) {
        return switch (rule.rule()) {
            case NAME -> name(found).map(v -> found.as(rule.name(), v));
            case ID -> id(rule, found, false);
            case OLD_ID -> id(rule, found, true);
            case DATE -> dates.any(found.text()).map(PartialDate::toString).map(v -> found.as(rule.name(), v));
            case BIRTH_DATE ->
                dates.birth(found.text()).map(PartialDate::toString).map(v -> found.as(rule.name(), v));
            case TERM_DATE ->
                dates.term(found.text()).map(PartialDate::toString).map(v -> found.as(rule.name(), v));
            case NUMBER -> number(rule, found);
            case AGENCY -> agencies.named(found.text()).map(v -> found.as(rule.name(), v));
            case TEXT -> text(rule, values.withContinuation(found));
            case CODE_NUMBER, PLACE_DATE, SUPERIOR, SUBJECT, SIGNER -> Optional.empty();
        };
    }

    private static Optional<String> name(Found found) {
        String text = TITLES_OF_RESPECT
                .matcher(found.text().replaceAll("[.…_]{2,}", " ").strip())
                .replaceFirst("");
        Matcher person = PERSON.matcher(text);
        if (!person.lookingAt()) {
            return Optional.empty();
        }
        if (text.length() > person.end() && ",;. (:-".indexOf(text.charAt(person.end())) < 0) {
            return Optional.empty();
        }
        return Optional.of(personName(person.group().strip()));
    }

    /** A name in capitals as it is written in a sentence, so that one person is one name. */
    static String personName(String name) {
        return Fold.capitals(name) < 0.95
                ? name
                : Arrays.stream(name.split(" "))
                        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    private static Optional<ExtractedValue> id(FieldRule rule, Found found, boolean old) {
        return Ids.in(found.words()).stream()
                .filter(id -> !old || id.id().kind() == OwnerId.Kind.OLD_CARD)
                .findFirst()
                .map(id -> new Found(found.page(), found.source(), id.words(), found.likeness())
                        .as(rule.name(), id.id().value()));
    }

    private static Optional<ExtractedValue> number(FieldRule rule, Found found) {
        StringBuilder text = new StringBuilder();
        found.words().forEach(w -> text.append(Ids.repaired(w.text())).append(' '));
        Matcher number = Pattern.compile(rule.pattern() == null ? "\\S+" : rule.pattern())
                .matcher(text.toString().strip());
        if (!number.find()) {
            return Optional.empty();
        }
        String value = number.groupCount() > 0 && number.group(1) != null ? number.group(1) : number.group();
        return Optional.of(found.as(rule.name(), value.strip().replaceAll("[.,;:]+$", "")));
    }

    private static Optional<ExtractedValue> text(FieldRule rule, Found found) {
        String text = found.text()
                .replaceAll("[.…_]{3,}", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("[\\s.;,]+$", "")
                .strip();
        if (rule.pattern() != null) {
            Matcher part = Pattern.compile(rule.pattern()).matcher(text);
            text = part.find() ? part.group() : "";
        }
        boolean usable = !Fold.solid(text).isEmpty() && text.length() <= LONGEST_TEXT;
        return usable ? Optional.of(found.as(rule.name(), text)) : Optional.empty();
    }

    /** Whether two readings say the same, however written. */
    static boolean same(String a, String b) {
        return Fold.solid(a).equals(Fold.solid(b)) || a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
