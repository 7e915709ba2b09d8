package vn.sohoa.reuse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.PartialDate;

/** Dates as papers state them; what they do not state is not known. */
final class PaperDates {
    private static final String BIRTH = "birthDate";

    private PaperDates() {}

    static Optional<PartialDate> issued(Document paper) {
        return paper.value(FieldName.ISSUED_DATE).flatMap(PaperDates::parse);
    }

    static Optional<LocalDate> birth(Document paper) {
        return paper.value(BIRTH).flatMap(PaperDates::parse).flatMap(PartialDate::exact);
    }

    static Optional<PartialDate> parse(String text) {
        try {
            return Optional.of(PartialDate.parse(text));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    /** The last day that the date can mean. */
    static LocalDate latest(PartialDate date) {
        Integer month = date.month();
        return date.exact()
                .orElseGet(() -> month == null
                        ? LocalDate.of(date.year(), 12, 31)
                        : YearMonth.of(date.year(), month).atEndOfMonth());
    }

    /**
     * The paper issued last; the later received one where the dates are equal. A paper whose date is not known is never the newest
     * where there is another.
     */
    static Document newest(List<Document> siblings) {
        return siblings.stream()
                .max(Comparator.comparing((Document paper) ->
                                issued(paper).map(PartialDate::earliest).orElse(LocalDate.MIN))
                        .thenComparing(Document::receivedAt)
                        .thenComparing(paper -> paper.id().toString()))
                .orElseThrow();
    }
}
