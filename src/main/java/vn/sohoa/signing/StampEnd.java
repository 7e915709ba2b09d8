package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSPKUtils;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/** When a time-stamp ceases to prove anything: with its certificate, or earlier with an algorithm as the operator has stated. */
final class StampEnd {

    private final Algorithms stated;

    StampEnd(Algorithms stated) {
        this.stated = stated;
    }

    /** Of the newest time-stamp in a PDF; empty if there is none or it cannot be read. */
    Optional<Instant> in(byte[] pdf) {
        return SignatureSearch.search(pdf).dictionaries().stream()
                .filter(dictionary -> dictionary.timeStamp() && dictionary.sane(pdf.length))
                .max(Comparator.comparingInt(SignatureDictionary::end))
                .flatMap(newest -> of(newest.contents()));
    }

    private Optional<Instant> of(byte[] padded) {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            return Optional.of(of(new TimeStampToken(ContentInfo.getInstance(in.readObject()))));
        } catch (IOException | TSPException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Instant of(TimeStampToken token) throws TSPException, IOException {
        Store<X509CertificateHolder> certificates = token.getCertificates();
        X509CertificateHolder signer = certificates.getMatches(null).stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new TSPException("a time-stamp without its certificate"));
        String digest =
                token.getTimeStampInfo().getHashAlgorithm().getAlgorithm().getId();
        return of(signer, DigestAlgorithm.forOID(digest).getName());
    }

    /** @param digest as lists of algorithms call it */
    Instant of(X509CertificateHolder signer, String digest) throws IOException {
        CertificateToken certificate = DSSUtils.loadCertificate(signer.getEncoded());
        String key = EncryptionAlgorithm.forKey(certificate.getPublicKey()).getName();
        Instant end = certificate.getNotAfter().toInstant();
        return Stream.of(
                        stated.endOf(digest),
                        stated.endOf(key, DSSPKUtils.getPublicKeySize(certificate.getPublicKey())))
                .flatMap(Optional::stream)
                .filter(end::isAfter)
                .min(Instant::compareTo)
                .orElse(end);
    }
}
