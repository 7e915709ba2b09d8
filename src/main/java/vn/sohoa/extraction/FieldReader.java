package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;

/** Reads labelled fields of one paper. */
final class FieldReader {
    private static final Set<String> BEHIND_NAMES = Set.of(
            "sinh", "là", "và", "cư", "có", "thường", "hiện", "đã", "giới", "ngày", "năm", "số", "được", "đang", "trú",
            "nay");

    private static final int LONGEST_TEXT = 500;
    private static final double CUT_SHORT = 0.7;

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
    List<Reading> read(FieldRule rule) {
        List<Label> labels = rule.labels().stream().map(Label::of).toList();
        if (labels.isEmpty()) {
            return wholeLines(rule);
        }
        List<Reading> read = new ArrayList<>();
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
    private Reading today(Reading id) {
        if (id.value().length() != 9) {
            return id;
        }
        String text = sheet.pieces().stream().map(Piece::text).collect(Collectors.joining(" "));
        Matcher both =
                Pattern.compile(id.value() + "\\P{Nd}{0,60}?(0\\d{11})(?!\\d)").matcher(text);
        return both.find() ? new Reading(id.field(), id.group(), id.found(), both.group(), both.group(1)) : id;
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

    private List<Reading> wholeLines(FieldRule rule) {
        Pattern pattern = Pattern.compile(rule.pattern() == null ? "(?!)" : rule.pattern());
        return sheet.pieces().stream()
                .filter(p -> pattern.matcher(p.text().strip()).matches())
                .map(p -> reading(rule, Found.whole(p), p.text().strip()))
                .toList();
    }

    private Optional<Reading> value(FieldRule rule, Found found) {
        return switch (rule.rule()) {
            case NAME -> name(rule, found);
            case ID -> id(rule, found, false);
            case OLD_ID -> id(rule, found, true);
            case DATE -> read(rule, found, text -> dates.any(text).map(PartialDate::toString));
            case BIRTH_DATE -> read(rule, found, text -> dates.birth(text).map(PartialDate::toString));
            case TERM_DATE -> read(rule, found, text -> dates.term(text).map(PartialDate::toString));
            case NUMBER -> read(rule, found, text -> number(rule, text));
            case AGENCY -> read(rule, found, text -> agencies.named(text).map(agencies::name));
            case TEXT -> text(rule, values.withContinuation(found));
            case CODE_NUMBER, PLACE_DATE, SUPERIOR, SUBJECT, SIGNER, CHANGES -> Optional.empty();
        };
    }

    /** The name with which the words begin. */
    static Optional<Reading> name(FieldRule rule, Found found) {
        return read(rule, found, PersonNames::in).map(PersonNames::mended);
    }

    /** The value with the words that it takes and no others. */
    private static Optional<Reading> read(FieldRule rule, Found found, Function<String, Optional<String>> reader) {
        return reader.apply(found.text()).filter(rule::holds).map(value -> {
            boolean half = rule.rule().group() == Reading.Group.DATE && value.length() < "2026-11-30".length();
            Found part = half // what is left of a day may stand beside what could not be read
                    ? found
                    : found.shortest(
                            text -> reader.apply(text).filter(value::equals).isPresent());
            Reading reading = reading(rule, goesOn(rule, found, part) ? part.less(CUT_SHORT) : part, value);
            return rule.isUsual(value) ? reading : reading.doubted();
        });
    }

    /** Whether what follows may belong to the value: more figures, a word of a name that lost its capital. */
    private static boolean goesOn(FieldRule rule, Found all, Found part) {
        int next = all.words().lastIndexOf(part.words().get(part.words().size() - 1)) + 1;
        if (next >= all.words().size() || part.text().matches(".*[,;)]")) {
            return false;
        }
        String text = all.words().get(next).text();
        return switch (rule.rule().group()) {
            case NUMBER -> text.matches("[\\d/].*");
            case NAME, SIGNER -> text.matches(".*\\p{Ll}.*") && !BEHIND_NAMES.contains(text.replaceAll("\\P{L}", ""));
            case DATE, AGENCY, SUPERIOR, TEXT -> false;
        };
    }

    private static Reading reading(FieldRule rule, Found found, String value) {
        return new Reading(rule.name(), rule.rule().group(), found, value);
    }

    private static Optional<Reading> id(FieldRule rule, Found found, boolean old) {
        return Ids.in(found.words()).stream()
                .filter(id -> !old || id.id().kind() == OwnerId.Kind.OLD_CARD)
                .findFirst()
                .map(id -> reading(
                        rule,
                        new Found(found.page(), found.source(), id.words(), found.likeness()),
                        id.id().value()));
    }

    private static Optional<String> number(FieldRule rule, String printed) {
        String text = Arrays.stream(printed.split(" ")).map(Ids::repaired).collect(Collectors.joining(" "));
        Matcher number = Pattern.compile(rule.pattern() == null ? "\\S+" : rule.pattern())
                .matcher(text.strip());
        if (!number.find()) {
            return Optional.empty();
        }
        String value = number.groupCount() > 0 && number.group(1) != null ? number.group(1) : number.group();
        return Optional.of(value.strip().replaceAll("[.,;:]+$", "").replaceAll("\\s*/\\s*", "/"));
    }

    private static Optional<Reading> text(FieldRule rule, Found found) {
        String text = Spelling.of(found.words())
                .replaceAll("[.…_]{3,}", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("[\\s.;,]+$", "")
                .strip();
        if (rule.pattern() != null) {
            Matcher part = Pattern.compile(rule.pattern()).matcher(text);
            text = part.find() ? part.group() : "";
        }
        boolean usable = !Fold.solid(text).isEmpty() && text.length() <= LONGEST_TEXT;
        return usable ? Optional.of(reading(rule, found, text)) : Optional.empty();
    }

    /** Whether two readings say the same, however written. */
    static boolean same(String a, String b) {
        return Fold.solid(a).equals(Fold.solid(b)) || a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
