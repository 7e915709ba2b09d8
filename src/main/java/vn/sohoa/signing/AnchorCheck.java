package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.signing.TrustAnchors.Anchor;

/**
 * DSS knows one kind of trust. Here it is asked for what: an anchor of time-stamps vouches for no signer, an anchor of signers
 * for no time, and none of them for a time outside the days that the operator has stated.
 */
final class AnchorCheck {
    private static final Set<AnchorPurpose> SIGNERS = EnumSet.of(AnchorPurpose.AGENCY_CA, AnchorPurpose.PUBLIC_CA);
    private static final Set<AnchorPurpose> TIME = EnumSet.of(AnchorPurpose.TSA);

    private final Map<String, Anchor> anchors = new HashMap<>();

    AnchorCheck(TrustAnchors trust) {
        trust.anchors()
                .forEach(anchor -> anchors.put(new CertificateToken(anchor.certificate()).getDSSIdAsString(), anchor));
    }

    /** Asked for the earliest moment at which the signature is proven to have existed. */
    List<Finding> of(SignatureWrapper signature, SimpleReport report, Clock clock) {
        Date best = report.getBestSignatureTime(signature.getId());
        Instant at = best == null ? clock.instant() : best.toInstant();
        List<Finding> findings = new ArrayList<>();
        if (!vouched(signature.getCertificateChain(), SIGNERS, at)) {
            findings.add(Finding.of(SignatureReason.NO_TRUST_ANCHOR, name(signature.getCertificateChain())));
        }
        for (TimestampWrapper stamp : signature.getTimestampList()) {
            if (!vouched(
                    stamp.getCertificateChain(), TIME, stamp.getProductionTime().toInstant())) {
                findings.add(Finding.of(SignatureReason.TIMESTAMP_BAD));
            }
        }
        return findings;
    }

    /** A chain without any anchor is DSS's to complain of. */
    private boolean vouched(List<CertificateWrapper> chain, Set<AnchorPurpose> purposes, Instant at) {
        List<Anchor> found = chain.stream()
                .map(certificate -> anchors.get(certificate.getId()))
                .filter(Objects::nonNull)
                .toList();
        return found.isEmpty() || found.stream().anyMatch(anchor -> anchor.vouches(purposes, at));
    }

    private static String name(List<CertificateWrapper> chain) {
        return chain.isEmpty()
                ? "không rõ"
                : String.valueOf(chain.get(chain.size() - 1).getCommonName());
    }
}
