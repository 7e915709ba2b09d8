package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import vn.sohoa.dossier.Sha256;

/** Checks with DSS what Bouncy Castle has made: every object is in the record, and every time-stamp of it holds. Offline. */
final class EvidenceCheck {

    private final StatusSources sources;

    EvidenceCheck(StatusSources sources) {
        this.sources = sources;
    }

    boolean proves(byte[] record, List<Sha256> objects) {
        try {
            return proved(record, objects);
        } catch (DSSException | IllegalStateException | UnsupportedOperationException unreadable) {
            return false;
        }
    }

    private boolean proved(byte[] record, List<Sha256> objects) {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(record, "record.er"));
        CommonCertificateVerifier verifier = sources.verifier(List.of());
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        validator.setCertificateVerifier(verifier);
        validator.setSignaturePolicyProvider(new SignaturePolicyProvider());
        validator.setEnableEtsiValidationReport(false);
        validator.setDetachedContents(documents(objects));
        Reports reports = validator.validateDocument(SohoaPolicy.policy());
        DiagnosticData data = reports.getDiagnosticData();
        if (data.getEvidenceRecords().size() != 1) {
            return false;
        }
        EvidenceRecordWrapper found = data.getEvidenceRecords().get(0);
        Indication indication = reports.getSimpleReport().getIndication(found.getId());
        long proven = found.getDigestMatchers().stream()
                .filter(matcher -> matcher.isDataFound() && matcher.isDataIntact() && matcher.getDocumentName() != null)
                .map(XmlDigestMatcher::getDocumentName)
                .distinct()
                .count();
        return indication != Indication.FAILED
                && proven == objects.stream().distinct().count()
                && found.getDigestMatchers().stream().allMatch(m -> m.isDataFound() && m.isDataIntact())
                && holds(found.getTimestampList());
    }

    private static boolean holds(List<TimestampWrapper> stamps) {
        return !stamps.isEmpty()
                && stamps.stream()
                        .allMatch(stamp -> stamp.isMessageImprintDataFound()
                                && stamp.isMessageImprintDataIntact()
                                && stamp.isSignatureIntact());
    }

    private static List<DSSDocument> documents(List<Sha256> objects) {
        List<DSSDocument> documents = new ArrayList<>();
        for (Sha256 hash : objects.stream().distinct().toList()) {
            String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash.hex()));
            documents.add(new DigestDocument(DigestAlgorithm.SHA256, base64, hash.hex()));
        }
        return documents;
    }
}
