package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

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
        List<Finding> findings = new ArrayList<>();
        List<Signature> signatures = new ArrayList<>();
        try {
            Reports reports = reports(signature, file);
            SimpleReport report = reports.getSimpleReport();
            List<SignatureWrapper> all = reports.getDiagnosticData().getSignatures();
            for (SignatureWrapper each : all) {
                DssFindings.Place place = new DssFindings.Place(true, signatures.size() + 1, all.size(), Set.of());
                List<Finding> own = new ArrayList<>(DssFindings.of(each, report, place));
                own.addAll(new AnchorCheck(anchors).of(each, report, clock));
                findings.addAll(own);
                signatures.add(describe(each, report, own));
            }
        } catch (DSSException | UnsupportedOperationException unreadable) {
            findings.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        } catch (RuntimeException | StackOverflowError crafted) { // whatever it is: unknown is never valid
            findings.add(Finding.incomplete(crafted.getClass().getSimpleName()));
        }
        if (signatures.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        }
        SignatureVerdict good = SignatureVerdict.HOP_LE;
        List<SignatureReport.Reason> reasons =
                findings.isEmpty() ? signatures.get(0).reasons() : Finding.reasons(findings);
        return new SignatureReport(
                Finding.worst(findings, good), reasons, signatures, SohoaPolicy.ID, anchors.version());
    }

    private Reports reports(Path signature, Path file) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(signature.toFile()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.certificates().forEach(each -> trusted.addCertificate(new CertificateToken(each)));
        verifier.setTrustedCertSources(trusted);
        validator.setCertificateVerifier(verifier);
        validator.setSignaturePolicyProvider(new SignaturePolicyProvider()); // the default one goes online
        validator.setDetachedContents(List.of(new FileDocument(file.toFile())));
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setEnableEtsiValidationReport(false);
        return validator.validateDocument(SohoaPolicy.policy(anchors.algorithms()));
    }

    private static Signature describe(SignatureWrapper wrapper, SimpleReport report, List<Finding> findings) {
        Instant claimed = DssFindings.instant(wrapper.getClaimedSigningTime());
        Instant best = DssFindings.instant(report.getBestSignatureTime(wrapper.getId()));
        Instant checked = DssFindings.instant(report.getValidationTime());
        boolean proven = best != null && checked != null && best.isBefore(checked);
        String signer = wrapper.getSigningCertificate() == null
                ? ""
                : Objects.toString(wrapper.getSigningCertificate().getCommonName(), "");
        Instant time = proven ? best : claimed;
        List<Finding> shown = findings.isEmpty()
                ? List.of(Finding.of(SignatureReason.OK, signer, time == null ? "không rõ" : VietnamTime.time(time)))
                : findings;
        return new Signature(
                "",
                signer,
                claimed == null ? null : VietnamTime.time(claimed),
                proven && best != null ? VietnamTime.time(best) : null,
                Objects.toString(wrapper.getSignatureFormat(), ""),
                Objects.toString(report.getSubIndication(wrapper.getId()), ""),
                true,
                Finding.worst(shown, SignatureVerdict.CAN_XEM_XET),
                Finding.reasons(shown));
    }
}
