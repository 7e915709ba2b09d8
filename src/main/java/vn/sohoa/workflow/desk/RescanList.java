package vn.sohoa.workflow.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;

/** What is to be scanned again, for the desk that has to do it: by unit, then by scanning officer. */
@Component
public class RescanList {
    private final Catalog catalog;

    RescanList(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A paper on the list.
     *
     * @param scannedBy who signed the scan, empty where nobody did
     * @param problem why, or null
     * @param detail pages and measures as codes, see {@link vn.sohoa.dossier.PageFault#told}
     */
    public record Entry(
            DocumentId document,
            DossierCode dossier,
            String unit,
            String scannedBy,
            String file,
            String title,
            Instant receivedAt,
            @Nullable Problem problem,
            String detail) {

        public Optional<Problem> why() {
            return Optional.ofNullable(problem);
        }
    }

    /** By unit; within a unit by scanning officer, dossier and place in it. @param unit this unit and those below it, or null for all */
    public Map<String, List<Entry>> byUnit(@Nullable String unit) {
        DocumentFilter waiting = DocumentFilter.ofStatus(DigitisationStatus.NEEDS_RESCAN);
        Map<DossierCode, Dossier> dossiers =
                catalog.dossiers(waiting).stream().collect(Collectors.toMap(Dossier::code, Function.identity()));
        return catalog.documents(waiting).stream()
                .flatMap(paper -> Optional.ofNullable(dossiers.get(paper.dossier())).stream()
                        .map(dossier -> entry(paper, dossier)))
                .filter(entry -> unit == null || (entry.unit() + ".").startsWith(unit + "."))
                .sorted(Comparator.comparing(Entry::scannedBy)) // stable: the order of the catalogue stays
                .collect(Collectors.groupingBy(Entry::unit, TreeMap::new, Collectors.toList()));
    }

    private static Entry entry(Document paper, Dossier dossier) {
        SignatureReport report = paper.signature();
        String signer = report == null
                ? ""
                : report.signatures().stream()
                        .map(SignatureReport.Signature::signer)
                        .findFirst()
                        .orElse("");
        return new Entry(
                paper.id(),
                paper.dossier(),
                dossier.receivingUnit().value(),
                signer,
                paper.source().name(),
                paper.title(),
                paper.receivedAt(),
                paper.problem(),
                paper.problemDetail());
    }
}
