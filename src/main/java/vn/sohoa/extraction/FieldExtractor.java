package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.extraction.TypesFile.FieldRule;
import vn.sohoa.extraction.TypesFile.NameWords;
import vn.sohoa.extraction.TypesFile.TypeRule;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/** Reads all fields of a paper whose kind is known: QR first, then machine readable lines, then print. */
final class FieldExtractor {
    private final TypesFile file;
    private final Map<String, String> abbreviations;
    private final Titles titles;
    private final VietnameseDates dates;
    private final Agencies agencies;
    private final NameWords nameWords;
    private final Certainty certainty;
    private final MachineLines machineLines;

    FieldExtractor(
            TypesFile file,
            Map<String, String> abbreviations,
            Titles titles,
            VietnameseDates dates,
            Certainty certainty,
            MachineLines machineLines) {
        this.file = file;
        this.abbreviations = abbreviations;
        this.titles = titles;
        this.dates = dates;
        this.agencies = new Agencies(file.agencyStarts(), file.agencyParts(), file.agencies());
        this.nameWords = file.names().folded();
        this.certainty = certainty;
        this.machineLines = machineLines;
    }

    List<ExtractedValue> extract(TypeRule rule, List<PageText> pages, List<List<QrPayload>> qr) {
        Sheet sheet = new Sheet(pages);
        Printed printed = read(rule, sheet);
        Witnesses witnesses = new Witnesses(sheet, pages, abbreviations, printed.values());
        List<ExtractedValue> values = new ArrayList<>();
        NameReader names = printed.names();
        printed.values().forEach(reading -> values.add(sure(reading, witnesses, names)));
        printed.conflicts().forEach(reading -> values.add(Merge.conflict(sure(reading, witnesses, names))));
        Copies.value(sheet).ifPresent(values::add);
        List<ExtractedValue> withLines = Merge.of(machineLines.read(sheet), values);
        return Merge.of(new QrValues(file.qrSeparator()).read(qr), withLines);
    }

    private ExtractedValue sure(Reading reading, Witnesses witnesses, NameReader names) {
        return reading.sure(certainty.of(reading, evidence(reading, witnesses, names)));
    }

    /** What is read from print, with what speaks for and against it: what certainty is learned from. */
    Map<Reading, Evidence> evidence(TypeRule rule, List<PageText> pages) {
        Sheet sheet = new Sheet(pages);
        Printed printed = read(rule, sheet);
        Witnesses witnesses = new Witnesses(sheet, pages, abbreviations, printed.values());
        Map<Reading, Evidence> evidence = new LinkedHashMap<>();
        printed.values().forEach(reading -> evidence.put(reading, evidence(reading, witnesses, printed.names())));
        return evidence;
    }

    private Evidence evidence(Reading reading, Witnesses witnesses, NameReader names) {
        return witnesses.of(reading, agencies.isKnown(reading.value()), names.whose(reading));
    }

    /** What the paper prints, and what it prints otherwise in another place. */
    record Printed(List<Reading> values, List<Reading> conflicts, NameReader names) {}

    /** Readings of all fields of that kind, each once. */
    private Printed read(TypeRule rule, Sheet sheet) {
        List<FieldRule> fields = fields(rule);
        List<Label> stops = Stream.concat(file.stops().stream(), fields.stream().flatMap(f -> f.labels().stream()))
                .distinct()
                .map(Label::of)
                .filter(label -> label.solid().length() > 3)
                .toList();
        LabelledValues beside = new LabelledValues(sheet, stops);
        FieldReader labelled = new FieldReader(sheet, beside, dates, agencies);
        NameReader names = new NameReader(sheet, beside, labelled, nameWords, labels(fields));
        Printed printed = new Printed(new ArrayList<>(), new ArrayList<>(), names);
        Readers by = new Readers(
                sheet, new HeadReader(sheet, title(rule, sheet), abbreviations, dates, agencies), labelled, names);
        for (FieldRule field : fields) {
            if (printed.values().stream().noneMatch(v -> v.field().equals(field.name()))) {
                keep(field, readings(rule, field, by), printed);
            }
        }
        fields.stream()
                .filter(field -> field.rule() == TypesFile.Reader.CHANGES)
                .forEach(field -> new LandChanges(sheet, dates).read(field, printed));
        return printed;
    }

    /** What is keyed in for a field of that kind of paper, as it is kept; empty if the field cannot hold it. */
    Optional<String> keyed(TypeRule rule, String field, String text) {
        KeyedValue keyed = new KeyedValue(dates, abbreviations);
        return fields(rule).stream()
                .filter(known -> known.name().equals(field))
                .findFirst()
                .flatMap(known -> keyed.of(known, text));
    }

    private List<FieldRule> fields(TypeRule rule) {
        return Stream.concat(
                        rule.fields().stream(),
                        rule.use().stream().flatMap(set -> file.fieldSets().getOrDefault(set, List.of()).stream()))
                .toList();
    }

    /** Labels of each field that holds a name. */
    private static Map<String, List<String>> labels(List<FieldRule> fields) {
        return fields.stream()
                .filter(field -> field.rule() == TypesFile.Reader.NAME)
                .collect(Collectors.toMap(FieldRule::name, FieldRule::labels, FieldExtractor::both));
    }

    /** Whether the kind has one owner, who must be named: then he is looked for beyond the labels that are known. */
    private boolean isAlone(TypeRule rule, FieldRule field) {
        return field.name().equals(FieldName.OWNER_NAME)
                && rule.required().contains(FieldName.OWNER_NAME)
                && fields(rule).stream().noneMatch(other -> other.name().equals("ownerName2"));
    }

    private static List<String> both(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }

    private Optional<Titles.Hit> title(TypeRule rule, Sheet sheet) {
        List<Titles.Hit> hits = titles.find(sheet);
        return hits.stream()
                .filter(hit -> hit.type().equals(rule.code()))
                .findFirst()
                .or(() -> hits.stream().findFirst());
    }

    private static void keep(FieldRule field, List<Reading> readings, Printed printed) {
        List<Reading> different = new ArrayList<>();
        for (Reading reading : readings) {
            if (different.stream().noneMatch(d -> FieldReader.same(d.value(), reading.value()))) {
                different.add(reading);
            }
        }
        if (different.size() >= field.nth()) {
            printed.values().add(different.get(field.nth() - 1));
        }
        if (field.unique() && different.size() > field.nth()) {
            printed.conflicts().add(different.get(field.nth()));
        }
    }

    /** The readers of one paper. */
    private record Readers(Sheet sheet, HeadReader head, FieldReader labelled, NameReader names) {}

    private List<Reading> readings(TypeRule rule, FieldRule field, Readers by) {
        return switch (field.rule()) {
            case CODE_NUMBER -> by.head().numbers(field);
            case PLACE_DATE -> by.head().placeDate(field);
            case AGENCY ->
                field.labels().isEmpty()
                        ? by.head().agency(field, 1)
                        : by.labelled().read(field);
            case SUPERIOR -> by.head().agency(field, 2);
            case SUBJECT ->
                by.head().subject(field, file.subjectStops(), !rule.titles().isEmpty());
            case SIGNER ->
                new Signers(by.sheet(), field.labels().isEmpty() ? file.authorities() : field.labels())
                        .find()
                        .map(found -> List.of(HeadReader.reading(field, found, PersonNames.inSentence(found.text()))))
                        .orElse(List.of());
            case NAME -> by.names().read(field, isAlone(rule, field));
            case ID, OLD_ID, DATE, BIRTH_DATE, TERM_DATE, NUMBER, TEXT ->
                by.labelled().read(field);
            case CHANGES -> List.of(); // read last, since they change who holds
        };
    }
}
