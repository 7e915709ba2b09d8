package vn.sohoa.workflow;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.DuplicateBook;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.ScanMarks;
import vn.sohoa.quality.SamePages;

/**
 * Finds papers that are on file already as another scan, or of which there is a newer issue: by how the first page looks and by
 * kind, number and owner. It proposes; an officer decides. The print costs nothing: capture has measured it.
 */
@Component
public class FindDuplicates {
    /** From here on two first pages may be one; as in the quality profiles. */
    private static final double ALIKE = 0.8;

    private static final List<String> FACTS =
            List.of(FieldName.CODE_NUMBER, FieldName.OWNER_NAME, FieldName.ISSUED_DATE);

    private final DuplicateBook book;
    private final Clock clock;

    FindDuplicates(DuplicateBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Keeps how a paper looks, as soon as it is known. */
    void captured(DocumentId paper, List<PageMeasurements> measured) {
        measured.stream()
                .map(PageMeasurements::marks)
                .map(ScanMarks::print)
                .filter(print -> !print.isEmpty())
                .findFirst()
                .ifPresent(print -> book.keepPrint(paper, print));
    }

    /** Proposes pairs with a paper that is about to be stored; gives how many. May be repeated. */
    int propose(Document paper) {
        Optional<String> key = key(paper);
        String print = book.print(paper.id());
        int found = 0;
        for (DuplicateBook.Akin akin : book.akin(paper.id(), key)) {
            Document other = akin.paper();
            double likeness = SamePages.likeness(print, akin.print());
            boolean sameKey = key.isPresent() && key.equals(key(other));
            boolean sameBytes = paper.source().sha256().equals(other.source().sha256()); // decided on in review
            if (!sameBytes && (sameKey || (likeness >= ALIKE && !contradict(paper, other)))) {
                book.propose(DuplicatePair.of(paper.id(), other.id(), likeness, sameKey, clock.instant()));
                found++;
            }
        }
        return found;
    }

    /** Kind, number and owner; where there is no owner, agency and year instead. Empty where too little is known. */
    static Optional<String> key(Document paper) {
        Optional<String> number = paper.value(FieldName.CODE_NUMBER).map(FindDuplicates::folded);
        String year = paper.value(FieldName.ISSUED_DATE)
                .map(date -> date.substring(0, Math.min(4, date.length())))
                .orElse("");
        String agency =
                paper.value(FieldName.AGENCY).map(FindDuplicates::folded).orElse("");
        String whose = paper.owner() != null ? paper.owner().value() : agency + "|" + year;
        boolean enough = paper.type().isKnown() && (paper.owner() != null || !(agency.isEmpty() || year.isEmpty()));
        return number.filter(known -> enough)
                .map(known -> paper.type().code() + "|" + known + "|" + whose)
                .map(text -> Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** Forms look alike: where both papers say something and it differs twice, they are two; once may be read wrongly. */
    private static boolean contradict(Document one, Document other) {
        int differ =
                one.type().isKnown() && other.type().isKnown() && !one.type().equals(other.type()) ? 1 : 0;
        differ += differ(one.owner(), other.owner());
        for (String field : FACTS) {
            differ += differ(folded(one, field), folded(other, field));
        }
        return differ >= 2;
    }

    private static int differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other) ? 1 : 0;
    }

    private static @Nullable String folded(Document paper, String field) {
        return paper.value(field).map(FindDuplicates::folded).orElse(null);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
