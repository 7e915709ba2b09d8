package vn.sohoa.signing;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.signing.network.AnswerFolder;
import vn.sohoa.signing.network.Question;

/**
 * What is known about certificates without asking anybody: answers that lie in a folder. What is not there, or has run out, is
 * written down as a question for the main process. An answer past its {@code nextUpdate} counts as none; DSS judges the rest of
 * it, signature and issuer among them. For one thread at a time.
 */
final class KnownAnswers {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** Of an OCSP answer that does not say when the next one comes. */
    private static final Duration WITHOUT_NEXT = Duration.ofHours(24);

    private static final int MOST = 40;
    private static final int ADDRESSES = 3;

    private final AnswerFolder folder;
    private final Clock clock;
    private final Map<String, Question> lacking = new LinkedHashMap<>();

    KnownAnswers(AnswerFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A verifier of DSS asks here, and nowhere else. */
    void serve(CommonCertificateVerifier verifier) {
        verifier.setOcspSource(this::ocsp);
        verifier.setCrlSource(this::crl);
        verifier.setAIASource(this::issuers);
    }

    void begin() {
        lacking.clear();
    }

    List<Question> lacking() {
        return List.copyOf(lacking.values());
    }

    private @Nullable OCSPToken ocsp(CertificateToken certificate, CertificateToken issuer) {
        Sha256 about = about(certificate);
        OCSPToken best = null;
        for (byte[] answer : folder.answers(Question.Kind.OCSP, about)) {
            OCSPToken token = ocsp(answer, certificate, issuer);
            if (token != null && fresh(token, WITHOUT_NEXT) && newer(token, best)) {
                best = token;
            }
        }
        if (best == null) {
            addresses(CertificateExtensionsUtils.getOCSPAccessUrls(certificate))
                    .forEach(address -> lack(
                            new Question(Question.Kind.OCSP, about, about, address, request(certificate, issuer))));
        }
        return best;
    }

    private @Nullable OCSPToken ocsp(byte[] answer, CertificateToken certificate, CertificateToken issuer) {
        try {
            if (!(new OCSPResp(answer).getResponseObject() instanceof BasicOCSPResp basic)) {
                return null;
            }
            SingleResp single = DSSRevocationUtils.getLatestSingleResponse(basic, certificate, issuer);
            if (single == null) {
                return null; // an answer about somebody else
            }
            OCSPToken token = new OCSPToken(basic, single, certificate, issuer);
            token.setExternalOrigin(RevocationOrigin.CACHED);
            return token;
        } catch (IOException | OCSPException | RuntimeException crafted) { // BC throws them on crafted bytes
            return null;
        }
    }

    private @Nullable CRLToken crl(CertificateToken certificate, CertificateToken issuer) {
        CRLToken best = null;
        List<String> addresses = addresses(CertificateExtensionsUtils.getCRLAccessUrls(certificate));
        for (String address : addresses) {
            for (byte[] list : folder.answers(Question.Kind.CRL, Question.key(address))) {
                CRLToken token = crl(list, certificate, issuer);
                if (token != null && fresh(token, Duration.ZERO) && newer(token, best)) {
                    best = token;
                }
            }
        }
        if (best == null) {
            addresses.forEach(address -> lack(Question.at(Question.Kind.CRL, about(certificate), address)));
        }
        return best;
    }

    private static @Nullable CRLToken crl(byte[] list, CertificateToken certificate, CertificateToken issuer) {
        try {
            CRLValidity validity = CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), issuer);
            CRLToken token = new CRLToken(certificate, validity);
            token.setExternalOrigin(RevocationOrigin.CACHED);
            return token;
        } catch (IOException | RuntimeException crafted) {
            return null;
        }
    }

    private Set<CertificateToken> issuers(CertificateToken certificate) {
        Set<CertificateToken> found = new HashSet<>();
        List<String> addresses = addresses(CertificateExtensionsUtils.getCAIssuersAccessUrls(certificate));
        for (String address : addresses) {
            for (byte[] answer : folder.answers(Question.Kind.CERTIFICATE, Question.key(address))) {
                try {
                    found.addAll(DSSUtils.loadCertificateFromP7c(new ByteArrayInputStream(answer)));
                } catch (DSSException single) {
                    issuer(answer).ifPresent(found::add);
                }
            }
        }
        if (found.isEmpty()) {
            addresses.forEach(address -> lack(Question.at(Question.Kind.CERTIFICATE, about(certificate), address)));
        }
        return found;
    }

    private static Optional<CertificateToken> issuer(byte[] answer) {
        try {
            return Optional.of(DSSUtils.loadCertificate(answer));
        } catch (DSSException none) {
            return Optional.empty();
        }
    }

    private boolean fresh(RevocationToken<?> token, Duration withoutNext) {
        Date from = token.getThisUpdate();
        if (from == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant until = token.getNextUpdate() == null
                ? from.toInstant().plus(withoutNext)
                : token.getNextUpdate().toInstant();
        return !from.toInstant().isAfter(now.plus(SKEW)) && until.isAfter(now);
    }

    private static boolean newer(RevocationToken<?> token, @Nullable RevocationToken<?> than) {
        return than == null
                || token.getThisUpdate()
                        .toInstant()
                        .isAfter(than.getThisUpdate().toInstant());
    }

    private void lack(Question question) {
        if (lacking.size() < MOST) {
            lacking.putIfAbsent(question.kind() + " " + question.about() + " " + question.address(), question);
        }
    }

    /** The way to ask that every responder knows: by SHA-1 of the issuer, without a nonce, so that answers may be kept. */
    private static byte[] request(CertificateToken certificate, CertificateToken issuer) {
        try {
            return new OCSPReqBuilder()
                    .addRequest(DSSRevocationUtils.getOCSPCertificateID(certificate, issuer, DigestAlgorithm.SHA1))
                    .build()
                    .getEncoded();
        } catch (IOException | OCSPException cannot) {
            throw new DSSException("OCSP request", cannot);
        }
    }

    private static List<String> addresses(List<String> stated) {
        return stated.stream()
                .filter(address -> address.matches("(?i)https?://[!-~]{1,1900}"))
                .distinct()
                .limit(ADDRESSES)
                .toList();
    }

    private static Sha256 about(CertificateToken certificate) {
        return Sha256.of(certificate.getEncoded());
    }
}
