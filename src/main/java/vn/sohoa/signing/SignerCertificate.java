package vn.sohoa.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.X500PrincipalHelper;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Looked at before the first signature: a token signs with a lapsed or revoked certificate without complaint. */
final class SignerCertificate {

    private static final Logger log = LoggerFactory.getLogger(SignerCertificate.class);

    private final CertificateToken certificate;
    private final List<CertificateToken> chain;
    private final StatusSources sources;

    SignerCertificate(CertificateToken certificate, List<CertificateToken> chain, StatusSources sources) {
        this.certificate = certificate;
        this.chain = chain;
        this.sources = sources;
    }

    SignerIdentity identity() {
        return new SignerIdentity(
                part(certificate.getSubject(), BCStyle.CN),
                part(certificate.getSubject(), BCStyle.O),
                certificate.getSerialNumber().toString(16),
                part(certificate.getIssuer(), BCStyle.CN),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static String part(X500PrincipalHelper name, ASN1ObjectIdentifier part) {
        return Objects.toString(DSSASN1Utils.extractAttributeFromX500Principal(part, name), "");
    }

    /** Problem: SIGNER_CERTIFICATE, if it is not valid now or known to be revoked. */
    void check(Clock clock) {
        Instant now = clock.instant();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw refused(
                    "hết hạn từ " + VietnamTime.day(certificate.getNotAfter().toInstant()));
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw refused("chưa có hiệu lực đến "
                    + VietnamTime.day(certificate.getNotBefore().toInstant()));
        }
        status().ifPresent(status -> {
            if (status.getStatus().isRevoked()) {
                throw refused("đã bị thu hồi "
                        + VietnamTime.day(status.getRevocationDate().toInstant()));
            }
        });
    }

    /** What a source says of it; empty if none can be asked: then level B goes on, and LT will insist. */
    private Optional<RevocationToken<?>> status() {
        Optional<CertificateToken> issuer =
                chain.stream().filter(certificate::isSignedBy).findFirst();
        if (issuer.isEmpty() || certificate.isSelfSigned()) {
            return Optional.empty();
        }
        try {
            RevocationToken<?> ocsp = sources.ocsp().getRevocationToken(certificate, issuer.get());
            RevocationToken<?> found =
                    ocsp != null ? ocsp : sources.crl().getRevocationToken(certificate, issuer.get());
            return found == null || found.getStatus() == null ? Optional.empty() : Optional.of(found);
        } catch (RuntimeException unknown) { // whatever the answer was, it says nothing
            log.info(
                    "status of the signing certificate unknown: {}",
                    unknown.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static DigitisationException refused(String why) {
        return new DigitisationException(Problem.SIGNER_CERTIFICATE, why);
    }
}
