package vn.sohoa.signing;

import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.sohoa.dossier.SignatureReason;

/** Judges a signature that holds the signed content in itself (CAdES enveloping, {@code .p7m}). For one thread at a time. */
final class CmsCheck {

    private final OfflineValidation offline;

    CmsCheck(OfflineValidation offline) {
        this.offline = offline;
    }

    /** Throws what DSS throws on crafted files. */
    void check(byte[] file, List<X509Certificate> anchors, FileVerdict verdict) {
        List<Finding> shape = CadesShape.check(file, true, anchors);
        verdict.addAll(shape);
        if (shape.stream().anyMatch(finding -> finding.code() == SignatureReason.NOT_COVERED)) {
            return; // without the content there is nothing to judge, and that it is missing is no harm
        }
        try {
            OfflineValidation.Said said =
                    offline.judge(new CMSDocumentValidator(new InMemoryDocument(file, "signed.p7m")));
            if (said.signatures().size() != 1) {
                verdict.add(Finding.of(SignatureReason.SIG_UNREADABLE));
            }
            verdict.judge(said);
        } catch (DSSException unreadable) {
            verdict.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        }
    }
}
