package vn.sohoa.signing;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.signing.network.AnswerFolder;

/**
 * Judges a signature that lies beside its file (CAdES, {@code .p7s}), offline, with our policy and our anchors. The signed file is
 * hashed and never opened, so any file will do.
 */
final class DetachedCheck {

    private final TrustAnchors anchors;
    private final Clock clock;

    DetachedCheck(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    SignatureReport check(Path signature, Path file) {
        FileVerdict verdict = new FileVerdict(anchors, AgencyRegister.NONE);
        try {
            SignedDocumentValidator validator =
                    SignedDocumentValidator.fromDocument(new FileDocument(signature.toFile()));
            validator.setDetachedContents(List.of(new FileDocument(file.toFile())));
            verdict.judge(new OfflineValidation(anchors, clock, new KnownAnswers(AnswerFolder.none(), clock))
                    .judge(validator));
        } catch (DSSException | UnsupportedOperationException unreadable) {
            verdict.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        } catch (RuntimeException | StackOverflowError crafted) { // whatever it is: unknown is never valid
            verdict.add(Finding.incomplete(crafted.getClass().getSimpleName()));
        }
        return verdict.report();
    }
}
