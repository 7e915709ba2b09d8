package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;
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
        this.certainty = certainty;
        this.machineLines = machineLines;
    }

    List<ExtractedValue> extract(TypeRule rule, List<PageText> pages, List<List<QrPayload>> qr) {
        Sheet sheet = new Sheet(pages);
        Printed printed = read(rule, sheet);
        Witnesses witnesses = new Witnesses(sheet, pages, abbreviations, printed.values());
        List<ExtractedValue> values = new ArrayList<>();
        printed.values().forEach(reading -> values.add(sure(reading, witnesses)));
        printed.conflicts().forEach(reading -> values.add(Merge.conflict(sure(reading, witnesses))));
        Copies.value(sheet).ifPresent(values::add);
        List<ExtractedValue> withLines = Merge.of(machineLines.read(sheet), values);
        return Merge.of(new QrValues(file.qrSeparator()).read(qr), withLines);
    }

    private ExtractedValue sure(Reading reading, Witnesses witnesses) {
        return reading.sure(certainty.of(reading, witnesses.of(reading, agencies.isKnown(reading.value()))));
    }

    /** What is read from print, with what speaks for and against it: what certainty is learned from. */
    Map<Reading, Evidence> evidence(TypeRule rule, List<PageText> pages) {
        Sheet sheet = new Sheet(pages);
        Printed printed = read(rule, sheet);
        Witnesses witnesses = new Witnesses(sheet, pages, abbreviations, printed.values());
        Map<Reading, Evidence> evidence = new LinkedHashMap<>();
        printed.values()
                .forEach(reading -> evidence.put(reading, witnesses.of(reading, agencies.isKnown(reading.value()))));
        return evidence;
    }

    /** What the paper prints, and what it prints otherwise in another place. */
    record Printed(List<Reading> values, List<Reading> conflicts) {}

    /** Readings of all fields of that kind, each once. */
    private Printed read(TypeRule rule, Sheet sheet) {
        List<FieldRule> fields = fields(rule);
        Printed printed = new Printed(new ArrayList<>(), new ArrayList<>());
        List<Label> stops = Stream.concat(file.stops().stream(), fields.stream().flatMap(f -> f.labels().stream()))
                .distinct()
                .map(Label::of)
                .filter(label -> label.solid().length() > 3)
                .toList();
        FieldReader labelled = new FieldReader(sheet, new LabelledValues(sheet, stops), dates, agencies);
        Head head = new Head(sheet, new Header(sheet, abbreviations), title(rule, sheet));
        for (FieldRule field : fields) {
            if (printed.values().stream().noneMatch(v -> v.field().equals(field.name()))) {
                keep(field, readings(rule, field, head, labelled), printed);
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

    private record Head(Sheet sheet, Header header, Optional<Titles.Hit> title) {}

    private List<FieldRule> fields(TypeRule rule) {
        return Stream.concat(
                        rule.fields().stream(),
                        rule.use().stream().flatMap(set -> file.fieldSets().getOrDefault(set, List.of()).stream()))
                .toList();
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

    private List<Reading> readings(TypeRule rule, FieldRule field, Head head, FieldReader labelled) {
        return switch (field.rule()) {
            case CODE_NUMBER -> numbers(field, head.header());
            case PLACE_DATE -> placeDate(field, head.header());
            case AGENCY -> field.labels().isEmpty() ? agency(field, head, 1) : labelled.read(field);
            case SUPERIOR -> agency(field, head, 2);
            case SUBJECT ->
                new Subjects(head.sheet(), file.subjectStops())
                        .find(head.title(), !rule.titles().isEmpty())
                        .map(found -> List.of(reading(field, found, tidy(Spelling.ofSubject(found.words())))))
                        .orElse(List.of());
            case SIGNER ->
                new Signers(head.sheet(), field.labels().isEmpty() ? file.authorities() : field.labels())
                        .find()
                        .map(found -> List.of(reading(field, found, FieldReader.personName(found.text()))))
                        .orElse(List.of());
            case NAME, ID, OLD_ID, DATE, BIRTH_DATE, TERM_DATE, NUMBER, TEXT -> labelled.read(field);
            case CHANGES -> List.of(); // read last, since they change who holds
        };
    }

    private static Reading reading(FieldRule field, Found found, String value) {
        return new Reading(field.name(), field.rule().group(), found, value);
    }

    private List<Reading> numbers(FieldRule field, Header header) {
        return header.numbers().stream()
                .flatMap(n -> n.number().value().stream()
                        .map(value -> reading(field, holding(Found.whole(n.piece()), value), value)))
                .toList();
    }

    /** The words of the number, without its label; less sure where words follow that may belong to it. */
    private Found holding(Found line, String value) {
        Found number = line.shortest(text -> DocumentNumber.find(text, abbreviations)
                .flatMap(DocumentNumber::value)
                .filter(value::equals)
                .isPresent());
        boolean labelled = number.words().size() > 1
                && Fold.solid(number.words().get(0).text()).matches("s[o0]");
        Found bare = labelled
                ? new Found(
                        line.page(),
                        line.source(),
                        number.words().subList(1, number.words().size()),
                        line.likeness())
                : number;
        return number.words().size() < line.words().size() ? bare.less(0.8) : bare;
    }

    private List<Reading> placeDate(FieldRule field, Header header) {
        return header.dateLine()
                .flatMap(line -> dates.inWords(line.text())
                        .map(PartialDate::toString)
                        .map(value -> reading(
                                field,
                                Found.whole(line).shortest(text -> dates.inWords(text)
                                        .map(PartialDate::toString)
                                        .filter(value::equals)
                                        .isPresent()),
                                value)))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Reading> agency(FieldRule field, Head head, int fromBottom) {
        List<Found> found = agencies.of(head.header().agencyLines(head.title()));
        if (found.isEmpty() && fromBottom == 1) {
            return agencies.signing(head.sheet()).stream()
                    .map(f -> reading(field, f, agencies.name(tidy(f.text()))))
                    .toList();
        }
        return found.size() < fromBottom
                ? List.of()
                : Stream.of(found.get(found.size() - fromBottom))
                        .map(f -> reading(field, f, agencies.name(tidy(f.text()))))
                        .toList();
    }

    private static String tidy(String text) {
        return text.replaceAll("(?<= )[.'|-] ", "")
                .replace('Ð', 'Đ')
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s.,;:\\-–_*]+|[\\s.,;:\\-–_*]+$", "")
                .strip();
    }
}
