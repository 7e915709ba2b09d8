package vn.sohoa.testpki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import vn.sohoa.testpki.TestCertificates.Purpose;

/**
 * A throw-away certification service: root, issuing CA, OCSP responder, revocation lists, time-stamp authority, and signers on
 * request. Served over http on a free port of 127.0.0.1, requests counted. Nothing is written to disk unless asked for.
 *
 * <pre>{@code
 * try (TestPki pki = TestPki.start()) {
 *     TestPki.Entity clerk = pki.signer("Sở Nội vụ tỉnh Thử Nghiệm");
 *     byte[] signed = PdfSigning.by(pki, clerk).sign(pdf, SignatureLevel.PAdES_BASELINE_LTA);
 *     pki.writeAnchor(folder); // the trust folder for SignatureVerifiers.offline
 * }
 * }</pre>
 *
 * <p>All certificates are valid from a day ago for 20 years, so that a checked-in LTA sample stays good; ask for another
 * validity where it matters. OCSP and CRL answers are good for a day and a week: a sample stays provable by its time-stamps.
 * Safe for many threads.
 */
public final class TestPki implements AutoCloseable {

    /** A certificate with its key. */
    public record Entity(KeyPair keys, X509Certificate certificate) {}

    /** From, to. */
    public record Validity(Instant from, Instant to) {}

    private static final Duration LONG = Duration.ofDays(20 * 365L + 5);

    private final Clock clock;
    private final TestCertificates certificates;
    private final TestPkiServer server;
    private final Entity root;
    private final Entity ca;

    private TestPki(Clock clock) {
        this.clock = clock;
        server = new TestPkiServer(clock);
        certificates = new TestCertificates(server.base());
        root = certificates.root("C=VN,O=SoHoa test only,CN=SoHoa Test Root", longValidity());
        ca = issue(Purpose.ISSUER, root, "C=VN,O=SoHoa test only,CN=SoHoa Test Issuing CA");
        Entity ocsp = issue(Purpose.OCSP, ca, "C=VN,O=SoHoa test only,CN=SoHoa Test OCSP");
        Entity tsa = issue(Purpose.TSA, ca, "C=VN,O=SoHoa test only,CN=SoHoa Test TSA");
        server.open(root, ca, ocsp, tsa);
    }

    /** Opens the service; about a second, most of it for keys. */
    public static TestPki start() {
        return start(Clock.systemUTC());
    }

    /** As {@link #start()}, its time-stamps, answers and validities by that clock. DSS itself goes by the real time. */
    public static TestPki start(Clock clock) {
        return new TestPki(clock);
    }

    /** The trust anchor. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** The certificate of the CA that issues signers, OCSP responder and time-stamp authority. */
    public X509Certificate issuer() {
        return ca.certificate();
    }

    /** Where the time-stamp authority listens, RFC 3161 over http. */
    public String tsaAddress() {
        return server.base() + "/tsa";
    }

    /** Another time-stamp authority, of a validity as wished. @return its address */
    public String openTsa(Validity validity) {
        Entity tsa = certificates.issue(
                Purpose.TSA, ca, "C=VN,O=SoHoa test only,CN=SoHoa Test TSA 2", TestCertificates.rsa(), validity);
        return server.base() + server.openTsa(tsa, ca);
    }

    /** A key and certificate for a time-stamp authority that others run. */
    public Entity tsa(String commonName) {
        return issue(Purpose.TSA, ca, "C=VN,O=SoHoa test only,CN=" + commonName);
    }

    /** A new signer with a key of its own, valid for 20 years, in {@code O=UBND tỉnh Thử Nghiệm}. */
    public Entity signer(String commonName) {
        return signer(commonName, longValidity());
    }

    /** A new signer, of a validity as wished: expired, or not yet valid. */
    public Entity signer(String commonName, Validity validity) {
        return signer(commonName, TestCertificates.rsa(), validity);
    }

    /** A certificate for a key that exists, such as one inside a token. */
    public Entity signer(String commonName, KeyPair keys, Validity validity) {
        String name = "C=VN,O=UBND tỉnh Thử Nghiệm,CN=" + commonName.replace(",", "\\,");
        return certificates.issue(Purpose.SIGNER, ca, name, keys, validity);
    }

    /** From now on OCSP and CRL say that the certificate has been revoked since that instant. */
    public void revoke(Entity entity, Instant since) {
        server.revoke(entity.certificate(), since);
    }

    /** Leaf, issuing CA, root: as a key store entry wants it. */
    public List<X509Certificate> chain(Entity entity) {
        return List.of(entity.certificate(), ca.certificate(), root.certificate());
    }

    /** Key and chain as a PKCS#12 file, the entry named {@code key}. For tests only: production keys are no files. */
    public byte[] pkcs12(Entity entity, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "key", entity.keys().getPrivate(), password, chain(entity).toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Writes the root as {@code root.pem} into a trust folder, which is made if missing. */
    public Path writeAnchor(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("root.pem"), pem(root.certificate()));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** A certificate as PEM text. */
    public static String pem(X509Certificate certificate) {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            String body = lines.encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Requests so far. @param path {@code /tsa}, {@code /ocsp}, {@code /ca.crl}, {@code /root.crl}, {@code /ca.cer}, {@code /root.cer} */
    public int calls(String path) {
        return server.calls(path);
    }

    /** All requests so far: an offline check must not raise this. */
    public int calls() {
        return server.calls();
    }

    private Entity issue(Purpose purpose, Entity issuer, String name) {
        return certificates.issue(purpose, issuer, name, TestCertificates.rsa(), longValidity());
    }

    private Validity longValidity() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return new Validity(yesterday, yesterday.plus(LONG));
    }

    @Override
    public void close() {
        server.close();
    }
}
