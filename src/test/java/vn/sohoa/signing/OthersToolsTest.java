package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.TestPki;

/** Others' tools on our signatures, and ours on theirs. Skipped where a tool is not installed. */
class OthersToolsTest {

    @TempDir
    private Path folder;

    @Test
    void popplerCallsOurSignaturesValid() throws Exception {
        assumeInstalled("pdfsig");
        byte[] twice = Signed.AGENCY
                .withText(1, 340, 40, 200, 40, "Sở Nội vụ")
                .sign(
                        Signed.AGENCY
                                .withText(1, 40, 40, 200, 40, "Văn thư")
                                .sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_T),
                        SignatureLevel.PAdES_BASELINE_LT);
        for (byte[] file : List.of(Signed.LTA, Signed.CLASSIC_LTA, Signed.CLASSIC_LT, twice)) {
            Path path = Files.write(folder.resolve("signed.pdf"), file);
            String said = run("pdfsig", "-nocert", path.toString());
            assertThat(said).contains("Signature is Valid").doesNotContain("Invalid", "Mismatch");
        }
    }

    @Test
    void popplerCallsValidWhatTheHouseSignsAndRenews() throws Exception {
        assumeInstalled("pdfsig");
        Trial trial = new Trial(folder);
        Path renewed = folder.resolve("renewed.pdf");
        Path signed;
        try (Signer signer = trial.open()) {
            signed = signer.sign(trial.order(Signed.PAGE, "archive")).file();
        }
        ProofKeepers.open(Trial.tsa(Signed.PKI.tsaAddress()), trial.trust(), Trial.hosts(), java.time.Clock.systemUTC())
                .raise(signed, renewed);
        for (Path file : List.of(signed, renewed)) {
            assertThat(run("pdfsig", "-nocert", file.toString()))
                    .contains("Signature is Valid")
                    .doesNotContain("Invalid", "Mismatch");
        }
    }

    @Test
    void popplerSeesAChangedByteAsWeDo() throws Exception {
        assumeInstalled("pdfsig");
        byte[] file = Signed.LTA.clone();
        file[Signed.PAGE.length / 2] ^= 1;
        String said = run(
                "pdfsig",
                "-nocert",
                Files.write(folder.resolve("changed.pdf"), file).toString());
        assertThat(said).doesNotContain("Signature #1:\n  - Signature Validation: Signature is Valid");
        assertThat(Signed.verify(file).verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
    }

    /** A signature without revocation data, by OpenSSL in a PDF as older programs sign. */
    @Test
    void opensslSignaturesAreReadAndLackRevocationOnly() throws Exception {
        assumeInstalled("openssl");
        byte[] file = signedByOpenssl();
        SignatureReport report = Signed.verify(file);
        assertThat(Signed.codes(report)).containsExactly("REVOCATION_UNKNOWN");
        file[200] ^= 1;
        assertThat(Signed.verify(file).verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
    }

    @Test
    void adetachedOpensslSignatureIsNeverCalledUnsigned() throws Exception {
        assumeInstalled("openssl");
        Path data = Files.write(folder.resolve("scan.tiff"), Signed.PAGE);
        byte[] cms = cms(data);
        SignatureReport report = new PadesVerifier(
                        TrustAnchors.of(List.of(Signed.PKI.root())), java.time.Clock.systemUTC())
                .verify(cms, "application/pkcs7-signature");
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }

    /** An export of LibreOffice that is signed on the way out, with a certificate out of a store of Mozilla's kind. */
    @Test
    void libreOfficeSignaturesAreReadAndLackRevocationOnly() throws Exception {
        for (String program : List.of("soffice", "certutil", "pk12util")) {
            assumeInstalled(program);
        }
        TestPki.Entity signer = Signed.PKI.signer("Van Phong Khac");
        Path key = Files.write(folder.resolve("key.p12"), Signed.PKI.pkcs12(signer, "thu".toCharArray()));
        Path issuer = Files.writeString(folder.resolve("issuer.pem"), TestPki.pem(Signed.PKI.issuer()));
        Path root = Files.writeString(folder.resolve("root.pem"), TestPki.pem(Signed.PKI.root()));
        String store = "sql:" + Files.createDirectory(folder.resolve("nss"));
        run("certutil", "-N", "-d", store, "--empty-password");
        run("pk12util", "-i", key.toString(), "-d", store, "-W", "thu", "-K", "");
        run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-a", "-i", root.toString());
        run("certutil", "-A", "-d", store, "-n", "issuer", "-t", ",,", "-a", "-i", issuer.toString());
        Path letter = Files.writeString(folder.resolve("thu.html"), "<html><body><p>Thông báo</p></body></html>");
        String name = signer.certificate().getSubjectX500Principal().getName();
        String filter = "pdf:writer_web_pdf_Export:{\"SignPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
                + "\"SignCertificateSubjectName\":{\"type\":\"string\",\"value\":\"" + name + "\"}}";
        Map<String, String> settings =
                Map.of("MOZILLA_CERTIFICATE_FOLDER", store, "HOME", folder.toString(), "LC_ALL", "C.UTF-8");
        run(
                settings,
                "soffice",
                "--headless",
                "--convert-to",
                filter,
                "--outdir",
                folder.toString(),
                letter.toString());
        byte[] file = Files.readAllBytes(folder.resolve("thu.pdf"));
        assertThat(Signed.codes(Signed.verify(file))).containsExactly("REVOCATION_UNKNOWN");
        file[3000] ^= 1;
        assertThat(Signed.verify(file).verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
    }

    /** A time-stamp authority made of OpenSSL's command: what our signer gets from it has to stand in our own check. */
    @Test
    void timeStampsOfOpensslMakeALastingSignature() throws Exception {
        assumeInstalled("openssl");
        HttpServer authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Path settings = authoritySettings();
        authority.createContext("/tsa", exchange -> {
            try (exchange) {
                Path query = Files.write(
                        folder.resolve("q.tsq"), exchange.getRequestBody().readAllBytes());
                Path reply = folder.resolve("r.tsr");
                run(
                        "openssl",
                        "ts",
                        "-reply",
                        "-config",
                        settings.toString(),
                        "-queryfile",
                        query.toString(),
                        "-out",
                        reply.toString());
                byte[] answer = Files.readAllBytes(reply);
                exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        authority.start();
        try {
            String host = "127.0.0.1:" + authority.getAddress().getPort();
            String ours = "127.0.0.1:" + URI.create(Signed.PKI.tsaAddress()).getPort();
            Trial trial = new Trial(folder);
            int calls = Signed.PKI.calls("/tsa");
            try (Signer signer = Signers.open(
                    trial.token(Signed.CLERK, true),
                    Trial.tsa("http://" + host + "/tsa"),
                    trial.trust(),
                    Trial.hosts(host, ours),
                    Trial.PROFILES,
                    java.time.Clock.systemUTC())) {
                SignedCopy copy = signer.sign(trial.order(Signed.PAGE, "archive"));
                assertThat(copy.report().verdict())
                        .as("%s", copy.report().reasons())
                        .isEqualTo(SignatureVerdict.HOP_LE);
                assertThat(copy.report().signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
            }
            ProofKeeper keeper = ProofKeepers.open(
                    Trial.tsa("http://" + host + "/tsa"),
                    trial.trust(),
                    Trial.hosts(host, ours),
                    java.time.Clock.systemUTC());
            List<Sha256> objects = List.of(Sha256.of(Signed.PAGE));
            byte[] record = keeper.evidence(List.of(objects)).get(0).record();
            assertThat(keeper.proves(new Evidence.Renewal(record, objects))).isTrue();
            assertThat(Signed.PKI.calls("/tsa")).isEqualTo(calls);
        } finally {
            authority.stop(0);
        }
    }

    private Path authoritySettings() throws IOException {
        TestPki.Entity authority = Signed.PKI.tsa("TSA OpenSSL");
        Files.writeString(folder.resolve("tsa.key"), pem(authority.keys().getPrivate()));
        Files.writeString(folder.resolve("tsa.pem"), TestPki.pem(authority.certificate()));
        Files.writeString(folder.resolve("issuer.pem"), TestPki.pem(Signed.PKI.issuer()));
        Files.writeString(folder.resolve("serial"), "01\n");
        return Files.writeString(folder.resolve("tsa.cnf"), """
            [tsa]
            default_tsa = authority
            [authority]
            serial = %1$s/serial
            signer_cert = %1$s/tsa.pem
            signer_key = %1$s/tsa.key
            certs = %1$s/issuer.pem
            signer_digest = sha256
            default_policy = 1.3.6.1.4.1.99999.2
            digests = sha256, sha512
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """.formatted(folder));
    }

    @Test
    void opensslCallsOurTimeStampsGood() throws Exception {
        assumeInstalled("openssl");
        Path root = Files.writeString(folder.resolve("root.pem"), TestPki.pem(Signed.PKI.root()));
        Path issuer = Files.writeString(folder.resolve("issuer.pem"), TestPki.pem(Signed.PKI.issuer()));
        Trial trial = new Trial(folder);
        ProofKeeper keeper = ProofKeepers.open(
                Trial.tsa(Signed.PKI.tsaAddress()), trial.trust(), Trial.hosts(), java.time.Clock.systemUTC());
        byte[] record =
                keeper.evidence(List.of(List.of(Sha256.of(Signed.PAGE)))).get(0).record();
        TimeStampToken inRecord = new TimeStampToken(EvidenceRecord.getInstance(record)
                .getArchiveTimeStampSequence()
                .getArchiveTimeStampChains()[0]
                .getArchiveTimestamps()[0]
                .getTimeStamp());
        TimeStampToken inSignature = new TimeStampToken(ContentInfo.getInstance(stampOf(Signed.LTA)));
        for (TimeStampToken token : List.of(inRecord, inSignature)) {
            Path file = Files.write(folder.resolve("token.der"), token.getEncoded());
            String imprint = HexFormat.of().formatHex(token.getTimeStampInfo().getMessageImprintDigest());
            String[] check = {
                "openssl",
                "ts",
                "-verify",
                "-digest",
                imprint,
                "-token_in",
                "-in",
                file.toString(),
                "-CAfile",
                root.toString(),
                "-untrusted",
                issuer.toString()
            };
            assertThat(run(check)).contains("Verification: OK");
            check[4] = imprint.replace(imprint.charAt(0), imprint.charAt(0) == '0' ? '1' : '0');
            assertThat(run(check)).doesNotContain("Verification: OK");
        }
    }

    /** The document time-stamp of a PDF, which stands last in it. */
    private static byte[] stampOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> all = document.getSignatureDictionaries();
            byte[] padded = all.stream()
                    .filter(each -> "ETSI.RFC3161".equals(each.getSubFilter()))
                    .findFirst()
                    .orElseThrow()
                    .getContents();
            try (ASN1InputStream in = new ASN1InputStream(padded)) {
                return in.readObject().getEncoded();
            }
        }
    }

    private byte[] signedByOpenssl() throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Signed.CLASSIC_PAGE)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            document.addSignature(signature);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            Path data = folder.resolve("to-sign");
            Files.copy(signing.getContent(), data);
            signing.setSignature(cms(data));
        }
        return out.toByteArray();
    }

    private byte[] cms(Path data) throws IOException, InterruptedException {
        TestPki.Entity signer = Signed.PKI.signer("Phần Mềm Khác");
        Path key =
                Files.writeString(folder.resolve("key.pem"), pem(signer.keys().getPrivate()));
        Path certificate = Files.writeString(folder.resolve("signer.pem"), TestPki.pem(signer.certificate()));
        Path issuer = Files.writeString(folder.resolve("issuer.pem"), TestPki.pem(Signed.PKI.issuer()));
        Path out = folder.resolve("out.p7s");
        run(
                "openssl",
                "cms",
                "-sign",
                "-binary",
                "-md",
                "sha256",
                "-cades",
                "-in",
                data.toString(),
                "-signer",
                certificate.toString(),
                "-inkey",
                key.toString(),
                "-certfile",
                issuer.toString(),
                "-outform",
                "DER",
                "-out",
                out.toString());
        return Files.readAllBytes(out);
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static void assumeInstalled(String program) {
        boolean there = List.of("/usr/bin/", "/usr/local/bin/", "/bin/").stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place + program)));
        assumeTrue(there, program + " is not installed");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    private static String run(Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(settings);
        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
