package vn.sohoa.testpki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** The http side of {@link TestPki}: OCSP, revocation lists, time-stamps, issuers' certificates. */
final class TestPkiServer implements AutoCloseable {

    private static final ASN1ObjectIdentifier TSA_POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private interface Answer {
        byte[] to(byte[] request)
                throws IOException, GeneralSecurityException, OperatorCreationException, OCSPException, TSPException;
    }

    private final Clock clock;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<BigInteger, Date> revoked = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    TestPkiServer(Clock clock) {
        this.clock = clock;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void open(TestPki.Entity root, TestPki.Entity ca, TestPki.Entity ocsp, TestPki.Entity tsa) {
        serve("/ocsp", "application/ocsp-response", request -> ocspResponse(request, ocsp));
        serve("/tsa", "application/timestamp-reply", request -> timeStamp(request, tsa, ca));
        serve("/ca.crl", "application/pkix-crl", request -> revocationList(ca));
        serve("/root.crl", "application/pkix-crl", request -> revocationList(root));
        serve("/ca.cer", "application/pkix-cert", request -> ca.certificate().getEncoded());
        serve("/root.cer", "application/pkix-cert", request -> root.certificate()
                .getEncoded());
        http.setExecutor(threads);
        http.start();
    }

    /** @return its path */
    String openTsa(TestPki.Entity tsa, TestPki.Entity ca) {
        String path = "/other/tsa" + calls.size();
        serve(path, "application/timestamp-reply", request -> timeStamp(request, tsa, ca));
        return path;
    }

    void revoke(X509Certificate certificate, Instant since) {
        revoked.put(certificate.getSerialNumber(), Date.from(since));
    }

    int calls(String path) {
        AtomicInteger count = calls.get(path);
        if (count == null) {
            throw new IllegalArgumentException("nothing is served at " + path);
        }
        return count.get();
    }

    int calls() {
        return calls.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private byte[] ocspResponse(byte[] request, TestPki.Entity ocsp)
            throws IOException, OperatorCreationException, OCSPException, GeneralSecurityException {
        OCSPReq query = new OCSPReq(request);
        BasicOCSPRespBuilder builder =
                new JcaBasicOCSPRespBuilder(ocsp.keys().getPublic(), digests().get(RespID.HASH_SHA1));
        Date now = Date.from(clock.instant());
        for (Req one : query.getRequestList()) {
            Date since = revoked.get(one.getCertID().getSerialNumber());
            CertificateStatus status =
                    since == null ? CertificateStatus.GOOD : new RevokedStatus(since, CRLReason.keyCompromise);
            builder.addResponse(one.getCertID(), status, now, later(Duration.ofDays(1)));
        }
        Extension nonce = query.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            builder.setResponseExtensions(new Extensions(nonce));
        }
        X509CertificateHolder[] chain = {new JcaX509CertificateHolder(ocsp.certificate())};
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, builder.build(TestCertificates.signer(ocsp.keys()), chain, now))
                .getEncoded();
    }

    private byte[] revocationList(TestPki.Entity issuer)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Date now = Date.from(clock.instant());
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer.certificate(), now);
        builder.setNextUpdate(later(Duration.ofDays(7)));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getTime())));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
        revoked.forEach((serial, since) -> builder.addCRLEntry(serial, since, CRLReason.keyCompromise));
        return builder.build(TestCertificates.signer(issuer.keys())).getEncoded();
    }

    private byte[] timeStamp(byte[] request, TestPki.Entity tsa, TestPki.Entity ca)
            throws IOException, GeneralSecurityException, OperatorCreationException, TSPException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withRSA", tsa.keys().getPrivate(), tsa.certificate()),
                digests().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                TSA_POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(tsa.certificate(), ca.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(request), TestCertificates.serial(), Date.from(clock.instant()))
                .getEncoded();
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder().build();
    }

    private Date later(Duration by) {
        return Date.from(clock.instant().plus(by));
    }

    private void serve(String path, String type, Answer answer) {
        AtomicInteger count = new AtomicInteger();
        calls.put(path, count);
        http.createContext(path, exchange -> {
            count.incrementAndGet();
            respond(exchange, type, answer);
        });
    }

    private static void respond(HttpExchange exchange, String type, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.to(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException | TSPException refused) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
