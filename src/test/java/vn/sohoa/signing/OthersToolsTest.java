package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
