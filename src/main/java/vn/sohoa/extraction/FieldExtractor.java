package vn.sohoa.extraction;

import java.util.ArrayList;
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

/** Reads all fields of a paper whose kind is known: QR first, then print. */
final class FieldExtractor {
    private final TypesFile file;
    private final Map<String, String> abbreviations;
    private final Titles titles;
    private final VietnameseDates dates;
    private final Agencies agencies;

    FieldExtractor(TypesFile file, Map<String, String> abbreviations, Titles titles, VietnameseDates dates) {
        this.file = file;
        this.abbreviations = abbreviations;
        this.titles = titles;
        this.dates = dates;
        this.agencies = new Agencies(file.agencyStarts(), file.agencyParts());
    }

    List<ExtractedValue> extract(TypeRule rule, List<PageText> pages, List<List<QrPayload>> qr) {
        Sheet sheet = new Sheet(pages);
        List<FieldRule> fields = fields(rule);
        List<ExtractedValue> printed = new ArrayList<>();
        List<Label> stops = Stream.concat(file.stops().stream(), fields.stream().flatMap(f -> f.labels().stream()))
                .distinct()
                .map(Label::of)
                .filter(label -> label.solid().length() > 3)
                .toList();
        FieldReader labelled = new FieldReader(sheet, new LabelledValues(sheet, stops), dates, agencies);
        Head head = new Head(sheet, new Header(sheet, abbreviations), title(rule, sheet));
        for (FieldRule field : fields) {
            if (printed.stream().noneMatch(v -> v.field().equals(field.name()))) {
                keep(field, readings(rule, field, head, labelled), printed);
            }
        }
        Copies.value(sheet).ifPresent(printed::add);
        return Merge.of(new QrValues(file.qrSeparator()).read(qr), printed);
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

    private static void keep(FieldRule field, List<ExtractedValue> readings, List<ExtractedValue> printed) {
        List<ExtractedValue> different = new ArrayList<>();
        for (ExtractedValue reading : readings) {
            if (different.stream().noneMatch(d -> FieldReader.same(d.value(), reading.value()))) {
                different.add(reading);
            }
        }
        if (different.size() >= field.nth()) {
            printed.add(different.get(field.nth() - 1));
        }
        if (field.unique() && different.size() > field.nth()) {
            printed.add(Merge.conflict(different.get(field.nth())));
        }
    }

    private List<ExtractedValue> readings(TypeRule rule, FieldRule field, Head head, FieldReader labelled) {
        return switch (field.rule()) {
            case CODE_NUMBER -> numbers(field, head.header());
            case PLACE_DATE -> placeDate(field, head.header());
            case AGENCY -> field.labels().isEmpty() ? agency(field, head, 1) : labelled.read(field);
            case SUPERIOR -> agency(field, head, 2);
            case SUBJECT ->
                new Subjects(head.sheet(), file.subjectStops())
                        .find(head.title(), !rule.titles().isEmpty())
                        .map(found -> List.of(found.as(field.name(), tidy(found.text()))))
                        .orElse(List.of());
            case SIGNER ->
                new Signers(head.sheet(), field.labels().isEmpty() ? file.authorities() : field.labels())
                        .find()
                        .map(found -> List.of(found.as(field.name(), FieldReader.personName(found.text()))))
                        .orElse(List.of());
            case NAME, ID, OLD_ID, DATE, BIRTH_DATE, TERM_DATE, NUMBER, TEXT -> labelled.read(field);
        };
    }

    private static List<ExtractedValue> numbers(FieldRule field, Header header) {
        return header.numbers().stream()
                .flatMap(n -> n.number().value().stream()
                        .map(value -> Found.whole(n.piece()).as(field.name(), value)))
                .toList();
    }

    private List<ExtractedValue> placeDate(FieldRule field, Header header) {
        return header.dateLine()
                .flatMap(line -> dates.inWords(line.text())
                        .map(PartialDate::toString)
                        .map(value -> Found.whole(line).as(field.name(), value)))
                .map(List::of)
                .orElse(List.of());
    }

    private List<ExtractedValue> agency(FieldRule field, Head head, int fromBottom) {
        List<Found> found = agencies.of(head.header().agencyLines(head.title()));
        if (found.isEmpty() && fromBottom == 1) {
            return agencies.signing(head.sheet()).stream()
                    .map(f -> f.as(field.name(), tidy(f.text())))
                    .toList();
        }
        return found.size() < fromBottom
                ? List.of()
                : List.of(found.get(found.size() - fromBottom)).stream()
                        .map(f -> f.as(field.name(), tidy(f.text())))
                        .toList();
    }

    private static String tidy(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\s.,;:\\-–_*]+$", "").strip();
    }
}
