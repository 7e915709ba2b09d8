package vn.sohoa.signing;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import vn.sohoa.dossier.SignatureReason;

/**
 * Are the certificates and revocation answers inside a file what their issuers made? A validator needs one good copy and passes
 * over a damaged other one; a file in which somebody changed a byte is still not the file that was signed. Nothing is decided
 * here about trust. For one file.
 */
final class EmbeddedProofs {

    /** What lies in the store of revocation data ({@code /DSS}) of a PDF. */
    record Store(List<byte[]> certificates, List<byte[]> answers, List<byte[]> lists) {
        static final Store EMPTY = new Store(List.of(), List.of(), List.of());
    }

    private final List<X509CertificateHolder> embedded = new ArrayList<>();
    private final List<X509CertificateHolder> pool = new ArrayList<>();

    private EmbeddedProofs() {}

    /** @param cms of signatures and time-stamps */
    static Optional<Finding> check(List<byte[]> cms, Store store, List<X509Certificate> anchors) {
        try {
            return new EmbeddedProofs().isSound(cms, store, anchors)
                    ? Optional.empty()
                    : Optional.of(Finding.of(SignatureReason.PROOF_DAMAGED));
        } catch (IOException | OCSPException | CertificateEncodingException unreadable) {
            return Optional.of(Finding.of(SignatureReason.PROOF_DAMAGED));
        } catch (RuntimeException crafted) { // Bouncy Castle throws them on crafted bytes
            return Optional.of(Finding.of(SignatureReason.PROOF_DAMAGED));
        }
    }

    private boolean isSound(List<byte[]> cms, Store store, List<X509Certificate> anchors)
            throws IOException, OCSPException, CertificateEncodingException {
        boolean sound = true;
        for (byte[] one : cms) {
            CmsShape shape = CmsShape.of(one);
            sound &= shape.usual();
            for (X509CertificateHolder certificate : shape.certificates()) {
                sound &= standsIn(one, certificate);
                embedded.add(certificate);
            }
        }
        for (byte[] one : store.certificates()) {
            X509CertificateHolder certificate = new X509CertificateHolder(one);
            sound &= Arrays.equals(certificate.getEncoded(), one) && standsIn(one, certificate);
            embedded.add(certificate);
        }
        List<BasicOCSPResp> answers = new ArrayList<>();
        for (byte[] one : store.answers()) {
            OCSPResp response = new OCSPResp(one);
            sound &= response.getStatus() == OCSPResp.SUCCESSFUL && Arrays.equals(response.getEncoded(), one);
            if (!(response.getResponseObject() instanceof BasicOCSPResp answer)) {
                return false;
            }
            answers.add(answer);
            sound &= standsIn(
                    one, BasicOCSPResponse.getInstance(answer.getEncoded()).getTbsResponseData());
            for (X509CertificateHolder certificate : answer.getCerts()) {
                sound &= standsIn(one, certificate);
                embedded.add(certificate);
            }
        }
        pool.addAll(embedded);
        for (X509Certificate anchor : anchors) {
            pool.add(new X509CertificateHolder(anchor.getEncoded()));
        }
        for (byte[] one : store.lists()) {
            X509CRLHolder list = new X509CRLHolder(one);
            sound &= Arrays.equals(list.getEncoded(), one)
                    && standsIn(one, list.toASN1Structure().getTBSCertList())
                    && isVerified(list);
        }
        return sound
                && answers.stream().allMatch(this::isVerified)
                && embedded.stream().allMatch(this::isSound);
    }

    static boolean standsIn(byte[] file, X509CertificateHolder certificate) throws IOException {
        return standsIn(file, certificate.toASN1Structure().getTBSCertificate());
    }

    /** What is verified is written anew from what was understood, a truth of 0xEF as one of 0xFF; it has to be what lies there. */
    private static boolean standsIn(byte[] file, ASN1Object part) throws IOException {
        return standsIn(file, part.getEncoded(ASN1Encoding.DER));
    }

    static boolean standsIn(byte[] file, byte[] written) {
        for (int at = 0; at + written.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + written.length, written, 0, written.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerified(X509CRLHolder list) {
        return pool.stream()
                .filter(issuer -> issuer.getSubject().equals(list.getIssuer()))
                .anyMatch(issuer -> verifies(issuer, list::isSignatureValid));
    }

    private boolean isVerified(BasicOCSPResp answer) {
        return Stream.concat(Stream.of(answer.getCerts()), pool.stream())
                .anyMatch(responder -> verifies(responder, answer::isSignatureValid));
    }

    /** Made by an issuer in hand; or by one that is not in hand, and no other copy of it says otherwise. */
    private boolean isSound(X509CertificateHolder certificate) {
        List<X509CertificateHolder> issuers = pool.stream()
                .filter(issuer ->
                        issuer.getSubject().equals(certificate.getIssuer()) && mayHaveIssued(issuer, certificate))
                .toList();
        return issuers.isEmpty()
                ? pool.stream().noneMatch(other -> isOtherCopy(other, certificate))
                : issuers.stream().anyMatch(issuer -> verifies(issuer, certificate::isSignatureValid));
    }

    private static boolean isOtherCopy(X509CertificateHolder other, X509CertificateHolder certificate) {
        return !other.equals(certificate)
                && (other.getSubject().equals(certificate.getSubject())
                        || other.getSerialNumber().equals(certificate.getSerialNumber())
                        || other.getSubjectPublicKeyInfo().equals(certificate.getSubjectPublicKeyInfo()));
    }

    /** A CA that changed its key keeps its name: key identifiers tell them apart, where there are any. */
    private static boolean mayHaveIssued(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        Extension authority = certificate.getExtension(Extension.authorityKeyIdentifier);
        Extension subject = issuer.getExtension(Extension.subjectKeyIdentifier);
        if (authority == null || subject == null) {
            return true;
        }
        byte[] wanted =
                AuthorityKeyIdentifier.getInstance(authority.getParsedValue()).getKeyIdentifierOctets();
        byte[] own = SubjectKeyIdentifier.getInstance(subject.getParsedValue()).getKeyIdentifier();
        return wanted == null || Arrays.equals(wanted, own);
    }

    /** Asks one object whether a key made its signature. */
    private interface Check {
        boolean by(ContentVerifierProvider key) throws CertException, OCSPException;
    }

    private static boolean verifies(X509CertificateHolder issuer, Check check) {
        try {
            return check.by(new JcaContentVerifierProviderBuilder().build(issuer));
        } catch (CertException
                | OCSPException
                | OperatorCreationException
                | java.security.cert.CertificateException
                | RuntimeException damaged) { // Bouncy Castle throws the last on crafted keys
            return false;
        }
    }
}
