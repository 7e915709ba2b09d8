package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How DSS judges here, whatever the format: our policy, our anchors, answers at hand, never online. For one thread at a time. */
final class OfflineValidation {

    /**
     * What DSS said. Its types stay in this room.
     *
     * @param anchors by signature: what anchors do not vouch for
     */
    record Said(
            List<SignatureWrapper> signatures,
            SimpleReport report,
            DiagnosticData data,
            Map<String, List<Finding>> anchors) {}

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    private final Clock clock;
    private final AnchorCheck anchorCheck;
    private final ValidationPolicy policy;

    OfflineValidation(TrustAnchors anchors, Clock clock, KnownAnswers answers) {
        this.clock = clock;
        anchorCheck = new AnchorCheck(anchors);
        policy = SohoaPolicy.policy(anchors.algorithms());
        answers.serve(verifier);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.certificates().forEach(each -> trusted.addCertificate(new CertificateToken(each)));
        verifier.setTrustedCertSources(trusted);
    }

    /** Throws what DSS throws on crafted files. @param validator of a file, with the settings of its format alone */
    Said judge(SignedDocumentValidator validator) {
        validator.setCertificateVerifier(verifier);
        validator.setSignaturePolicyProvider(new SignaturePolicyProvider()); // the default one goes online
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setEnableEtsiValidationReport(false);
        Reports reports = validator.validateDocument(policy);
        DiagnosticData data = reports.getDiagnosticData();
        Map<String, List<Finding>> anchors = new HashMap<>();
        for (SignatureWrapper signature : data.getSignatures()) {
            anchors.put(signature.getId(), anchorCheck.of(signature, reports.getSimpleReport(), clock));
        }
        return new Said(List.copyOf(data.getSignatures()), reports.getSimpleReport(), data, anchors);
    }
}
