package vn.sohoa.extraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;

/** Reads what the head of a paper says of it (phần đầu thể thức): number, day, agencies; and the abstract below its kind line. */
final class HeadReader {
    private final Sheet sheet;
    private final Header header;
    private final Optional<Titles.Hit> title;
    private final Map<String, String> abbreviations;
    private final VietnameseDates dates;
    private final Agencies agencies;

    HeadReader(
            Sheet sheet,
            Optional<Titles.Hit> title,
            Map<String, String> abbreviations,
            VietnameseDates dates,
            Agencies agencies) {
        this.sheet = sheet;
        this.header = new Header(sheet, abbreviations);
        this.title = title;
        this.abbreviations = abbreviations;
        this.dates = dates;
        this.agencies = agencies;
    }

    static Reading reading(FieldRule field, Found found, String value) {
        return new Reading(field.name(), field.rule().group(), found, value);
    }

    List<Reading> numbers(FieldRule field) {
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

    List<Reading> placeDate(FieldRule field) {
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
                .or(() -> inFigures(field))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Reading> inFigures(FieldRule field) {
        return header.dayInFigures().flatMap(line -> dates.any(line.text())
                .map(PartialDate::toString)
                .map(value -> reading(
                        field,
                        Found.whole(line).shortest(text -> dates.any(text)
                                .map(PartialDate::toString)
                                .filter(value::equals)
                                .isPresent()),
                        value)));
    }

    /** @param fromBottom 1 for the issuing agency, 2 for the one above it */
    List<Reading> agency(FieldRule field, int fromBottom) {
        List<Found> found = agencies.of(header.agencyLines(title));
        if (found.isEmpty() && fromBottom == 1) {
            return agencies.signing(sheet).stream()
                    .map(f -> reading(field, f, agencies.name(tidy(f.text()))))
                    .toList();
        }
        return found.size() < fromBottom
                ? List.of()
                : Stream.of(found.get(found.size() - fromBottom))
                        .map(f -> reading(field, f, agencies.name(tidy(f.text()))))
                        .toList();
    }

    /** @param titled whether the kind has a kind line, below which the abstract stands */
    List<Reading> subject(FieldRule field, List<String> stops, boolean titled) {
        return new Subjects(sheet, stops)
                .find(title, titled)
                .map(found -> List.of(reading(field, found, tidy(Spelling.ofSubject(found.words())))))
                .orElse(List.of());
    }

    private static String tidy(String text) {
        return text.replaceAll("(?<= )[.'|-] ", "")
                .replace('Ð', 'Đ')
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s.,;:\\-–_*]+|[\\s.,;:\\-–_*]+$", "")
                .strip();
    }
}
