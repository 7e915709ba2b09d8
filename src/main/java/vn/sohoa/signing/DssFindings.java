package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.SignatureReason;

/**
 * Says in our codes what DSS says in ETSI's (EN 319 102-1). DSS's texts are not used, only its keys. What is new or unknown here
 * is for a person. Stateless.
 */
final class DssFindings {

    /** A time-stamp that is whole, of which trust or revocation is not known: it proves nothing and harms nothing. */
    private static final Set<SubIndication> NOT_YET = EnumSet.of(
            SubIndication.TRY_LATER,
            SubIndication.NO_POE,
            SubIndication.REVOCATION_OUT_OF_BOUNDS_NO_POE,
            SubIndication.OUT_OF_BOUNDS_NO_POE,
            SubIndication.OUT_OF_BOUNDS_NOT_REVOKED,
            SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
            SubIndication.NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
            SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE);

    private DssFindings() {}

    /**
     * Where a signature stands among the others.
     *
     * @param judged the last one: what follows it changes the document; else a later signature covers the changes
     * @param fields names of the fields that hold signatures: that they were filled is no other change
     */
    record Place(boolean judged, int number, int count, Set<String> fields) {}

    static List<Finding> of(SignatureWrapper signature, SimpleReport report, Place place) {
        List<Finding> findings = new ArrayList<>();
        Indication indication = report.getIndication(signature.getId());
        boolean passed = indication == Indication.TOTAL_PASSED || indication == Indication.PASSED;
        if (!passed) {
            SubIndication sub = report.getSubIndication(signature.getId());
            findings.add(sub == null ? Finding.incomplete("không rõ") : translate(sub, signature, report));
            if (!signature.isSignatureIntact()) {
                findings.add(Finding.of(SignatureReason.SIGNATURE_BROKEN));
            } else if (!signature.isSignatureValid()) {
                findings.add(Finding.of(SignatureReason.CONTENT_CHANGED));
            }
            signersOwnWord(signature, findings);
        }
        if (signature.isSignatureIntact()) {
            changes(signature, place, findings);
        }
        for (XmlTimestamp timestamp : report.getSignatureTimestamps(signature.getId())) {
            boolean open = timestamp.getIndication() == Indication.PASSED
                    || (timestamp.getSubIndication() != null && NOT_YET.contains(timestamp.getSubIndication()));
            if (timestamp.getIndication() == Indication.FAILED || (passed && !open)) {
                findings.add(Finding.of(SignatureReason.TIMESTAMP_BAD));
            }
        }
        return place.judged()
                ? findings
                : findings.stream().map(DssFindings::between).toList();
    }

    /** Format faults of an earlier signature are changes that the later one covers. */
    private static Finding between(Finding finding) {
        return switch (finding.code()) {
            case CHANGED_AFTER, DOCMDP_VIOLATED, BYTERANGE_BAD -> finding.covered();
            default -> finding;
        };
    }

    private static Finding translate(SubIndication sub, SignatureWrapper signature, SimpleReport report) {
        CertificateWrapper signer = signature.getSigningCertificate();
        return switch (sub) {
            case HASH_FAILURE -> Finding.of(SignatureReason.CONTENT_CHANGED);
            case SIG_CRYPTO_FAILURE -> Finding.of(SignatureReason.SIGNATURE_BROKEN);
            case FORMAT_FAILURE -> format(report.getAdESValidationErrors(signature.getId()));
            case REVOKED -> Finding.of(SignatureReason.REVOKED, revocationDay(signer));
            case EXPIRED, NOT_YET_VALID -> Finding.of(SignatureReason.CERT_OUT_OF_DATE);
            case REVOKED_NO_POE, REVOKED_CA_NO_POE, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED, NO_POE ->
                Finding.of(SignatureReason.TIME_UNKNOWN);
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE -> Finding.of(SignatureReason.REVOCATION_UNKNOWN);
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, NO_SIGNING_CERTIFICATE_FOUND ->
                Finding.of(SignatureReason.NO_TRUST_ANCHOR, issuer(signature));
            case CERTIFICATE_CHAIN_GENERAL_FAILURE, CHAIN_CONSTRAINTS_FAILURE ->
                signer == null || !signature.isTrustedChain()
                        ? Finding.of(SignatureReason.NO_TRUST_ANCHOR, issuer(signature))
                        : signer.isRevocationDataAvailable()
                                ? Finding.incomplete(sub.name())
                                : Finding.of(SignatureReason.REVOCATION_UNKNOWN);
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
                Finding.of(SignatureReason.OLD_ALGORITHM, algorithm(signature));
            case TIMESTAMP_ORDER_FAILURE -> Finding.of(SignatureReason.TIMESTAMP_BAD);
            case SIG_CONSTRAINTS_FAILURE,
                    SIGNED_DATA_NOT_FOUND,
                    POLICY_PROCESSING_ERROR,
                    SIGNATURE_POLICY_NOT_AVAILABLE -> Finding.incomplete(sub.name());
        };
    }

    private static Finding format(List<Message> errors) {
        List<String> keys =
                errors.stream().map(Message::getKey).filter(Objects::nonNull).toList();
        if (keys.stream().anyMatch(key -> key.contains("DMDP") || key.contains("FMDP") || key.contains("SFL"))) {
            return Finding.of(SignatureReason.DOCMDP_VIOLATED);
        }
        if (keys.stream().anyMatch(key -> key.contains("DBTOOST"))) {
            return Finding.of(SignatureReason.RANGE_COLLISION);
        }
        if (keys.stream().anyMatch(key -> key.contains("VBR") || key.contains("IBRV"))) {
            return Finding.of(SignatureReason.BYTERANGE_BAD);
        }
        return Finding.of(SignatureReason.CHANGED_AFTER, "không rõ chi tiết");
    }

    /** Beyond what prolongs validation (time-stamps, revocation data) nothing may follow the judged signature. */
    private static void changes(SignatureWrapper signature, Place place, List<Finding> findings) {
        if (signature.getPDFRevision() == null) {
            return;
        }
        Changes changes = Changes.after(signature);
        boolean foreign =
                !changes.content().isEmpty() || !place.fields().containsAll(signature.getModifiedFieldNames());
        if (place.judged() && !changes.sentence().isEmpty()) {
            findings.add(Finding.of(SignatureReason.CHANGED_AFTER, changes.sentence()));
        } else if (!place.judged() && foreign) {
            findings.add(between(place, changes.sentence()));
        }
    }

    private static Finding between(Place place, String what) {
        return Finding.of(
                SignatureReason.CHANGED_BETWEEN, String.valueOf(place.number()), String.valueOf(place.count()), what);
    }

    /** The signer himself states a time at which his certificate was not good: no time-stamp could help. */
    private static void signersOwnWord(SignatureWrapper signature, List<Finding> findings) {
        CertificateWrapper signer = signature.getSigningCertificate();
        if (signer != null && claimedAfterRevocation(signature)) {
            findings.add(Finding.of(SignatureReason.REVOKED, revocationDay(signer)));
        }
        if (claimedOutOfDate(signature)) {
            findings.add(Finding.of(SignatureReason.CERT_OUT_OF_DATE));
        }
    }

    private static boolean claimedAfterRevocation(SignatureWrapper signature) {
        Instant claimed = instant(signature.getClaimedSigningTime());
        CertificateWrapper signer = signature.getSigningCertificate();
        return claimed != null && signer != null && revocations(signer).anyMatch(since -> !claimed.isBefore(since));
    }

    private static boolean claimedOutOfDate(SignatureWrapper signature) {
        Instant claimed = instant(signature.getClaimedSigningTime());
        CertificateWrapper signer = signature.getSigningCertificate();
        return claimed != null
                && signer != null
                && (claimed.isAfter(signer.getNotAfter().toInstant())
                        || claimed.isBefore(signer.getNotBefore().toInstant()));
    }

    private static String revocationDay(CertificateWrapper signer) {
        return revocations(signer).findFirst().map(VietnamTime::day).orElse("không rõ ngày");
    }

    private static Stream<Instant> revocations(CertificateWrapper signer) {
        return signer.getCertificateRevocationData().stream()
                .flatMap(data -> Stream.ofNullable(instant(data.getRevocationDate())));
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String algorithm(SignatureWrapper signature) {
        return signature.getEncryptionAlgorithm() + "/" + signature.getDigestAlgorithm();
    }

    /** Who issued the topmost certificate that is in hand: the anchor that is missing. */
    private static String issuer(SignatureWrapper signature) {
        List<CertificateWrapper> chain = signature.getCertificateChain();
        if (chain.isEmpty()) {
            return "không rõ";
        }
        String name = chain.get(chain.size() - 1).getCertificateIssuerDN();
        return commonName(name);
    }

    private static String commonName(String distinguishedName) {
        for (String part : distinguishedName.split(",")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring(3);
            }
        }
        return distinguishedName;
    }
}
