package vn.sohoa.workflow;

import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;

/**
 * Cấp mã kết quả số hóa (Circular 01/2023/TT-VPCP, Article 10). The same paper gets the same code on every run; the catalogue
 * keeps codes unique.
 */
@Component
public class AssignCode implements WorkStep {
    private final CodeIssuer issuer;
    private final Catalog catalog;

    AssignCode(CodeIssuer issuer, Catalog catalog) {
        this.issuer = issuer;
        this.catalog = catalog;
    }

    @Override
    public LegalStep step() {
        return LegalStep.CAP_MA;
    }

    @Override
    public DigitisationStatus from() {
        return DigitisationStatus.EXTRACTED;
    }

    @Override
    public boolean parallel() {
        return false;
    }

    @Override
    public Outcome perform(Document paper, RunContext context) {
        String code =
                issuer.digitisedResultCode(catalog.dossier(paper.dossier()).orElseThrow(), paper);
        return new Outcome.Done(
                Change.of(paper).code(code).status(DigitisationStatus.CODED).done(), "");
    }
}
