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
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import vn.sohoa.dossier.Sha256;

/** Checks with DSS what Bouncy Castle has made: every object is in the record, and every time-stamp of it holds. Offline. */
final class EvidenceCheck {

    private final StatusSources sources;

    EvidenceCheck(StatusSources sources) {
        this.sources = sources;
    }

    boolean proves(Evidence.Renewal record) {
        try {
            return proved(record) && anew(record);
        } catch (DSSException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | IOException unreadable) {
            return false;
        }
    }

    /** DSS is content where an object is as the first chain has it: a chain of other hashes has to prove it too. */
    private static boolean anew(Evidence.Renewal record) throws IOException {
        EvidenceRecord parsed = EvidenceRecord.getInstance(record.record());
        if (EvidenceHash.of(parsed) == EvidenceHash.FIRST) {
            return true;
        }
        ArchiveTimeStampChain[] chains = parsed.getArchiveTimeStampSequence().getArchiveTimeStampChains();
        ArchiveTimeStampChain[] before = Arrays.copyOf(chains, chains.length - 1);
        String found = EvidenceLeaf.key(chains[before.length].getArchiveTimestamps()[0]);
        return before.length > 0
                && EvidenceLeaf.anew(new ArchiveTimeStampSequence(before), record)
                        .key()
                        .equals(found);
    }

    private boolean proved(Evidence.Renewal record) {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(record.record(), "record.er"));
        CommonCertificateVerifier verifier = sources.verifier(List.of());
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        validator.setCertificateVerifier(verifier);
        validator.setSignaturePolicyProvider(new SignaturePolicyProvider());
        validator.setEnableEtsiValidationReport(false);
        validator.setDetachedContents(documents(record));
        Reports reports = validator.validateDocument(SohoaPolicy.policy(sources.algorithms()));
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
                && proven == record.objects().stream().distinct().count()
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

    private static List<DSSDocument> documents(Evidence.Renewal record) {
        Map<Sha256, DSSDocument> documents = new LinkedHashMap<>();
        for (int i = 0; i < record.objects().size(); i++) {
            Sha256 hash = record.objects().get(i);
            DigestDocument document = new DigestDocument(
                    DigestAlgorithm.SHA256, base64(HexFormat.of().parseHex(hash.hex())), hash.hex());
            if (!record.strong().isEmpty()) {
                document.addDigest(
                        DigestAlgorithm.SHA512, base64(record.strong().get(i)));
            }
            documents.putIfAbsent(hash, document);
        }
        return List.copyOf(documents.values());
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
