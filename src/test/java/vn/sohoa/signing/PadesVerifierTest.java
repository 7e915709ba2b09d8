package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

class PadesVerifierTest {

    @Test
    void judgesLtAndLtaValidWithoutAskingAnybody(@TempDir Path folder) throws Exception {
        Signed.PKI.writeAnchor(folder.resolve("trust"));
        SignatureVerifier verifier = SignatureVerifiers.offline(folder.resolve("trust"));
        byte[][] files = {Signed.LTA, Signed.CLASSIC_LTA, Signed.CLASSIC_LT};
        for (byte[] file : files) {
            Path path = Files.write(folder.resolve("signed.pdf"), file);
            int calls = Signed.PKI.calls();
            SignatureReport report = verifier.verify(path, Signed.PDF);
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(report.signatures()).hasSize(1);
            assertThat(report.signatures().get(0).signer()).isEqualTo("Sở Nội vụ tỉnh Thử Nghiệm");
            assertThat(report.signatures().get(0).provenTime()).isNotNull();
            assertThat(report.policy()).isEqualTo("SoHoa-2026.1");
            assertThat(Signed.PKI.calls()).isEqualTo(calls);
        }
    }

    @Test
    void keepsAnLtaSignatureValidWhenRevocationAnswersHaveGrownOld() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3 * 365));
        SignatureReport report =
                new PadesVerifier(TrustAnchors.of(List.of(Signed.PKI.root())), later).verify(Signed.LTA, Signed.PDF);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "T"})
    void doesNotKnowRevocationOffline(String level) {
        byte[] file = Signed.AGENCY.sign(Signed.PAGE, SignatureLevel.valueOf("PAdES_BASELINE_" + level));
        int calls = Signed.PKI.calls();
        SignatureReport report = Signed.verify(file);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).containsExactly("REVOCATION_UNKNOWN");
        assertThat(report.signatures().get(0).coversWholeFile()).isTrue();
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
    }

    @Test
    void provesUnsignedOnlyWithoutAnyTrace() {
        for (byte[] file : new byte[][] {Signed.PAGE, Signed.CLASSIC_PAGE}) {
            SignatureReport report = Signed.verify(file);
            assertThat(report.verdict()).isEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
            assertThat(Signed.codes(report)).containsExactly("KHONG_CO_CHU_KY");
        }
    }

    @Test
    void asksForAnAnchorWhereNoneIsTrusted(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("signed.pdf"), Signed.LTA);
        for (Path trust : List.of(folder.resolve("missing"), Files.createDirectory(folder.resolve("empty")))) {
            SignatureReport report = SignatureVerifiers.offline(trust).verify(file, Signed.PDF);
            assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
            assertThat(Signed.codes(report)).contains("NO_TRUST_ANCHOR");
        }
    }

    @Test
    void refusesASignatureMadeAfterRevocation() {
        TestPki.Entity gone = Signed.PKI.signer("Lê Văn Thu Hồi");
        Signed.PKI.revoke(gone, Instant.now().minus(Duration.ofHours(2)));
        byte[] file = PdfSigning.by(Signed.PKI, gone).sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_LT);
        SignatureReport report = Signed.verify(file);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).contains("REVOKED");
    }

    @Test
    void refusesASignatureMadeAfterExpiry() {
        Instant now = Instant.now();
        TestPki.Entity old = Signed.PKI.signer(
                "Phạm Thị Hết Hạn",
                new TestPki.Validity(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(10))));
        byte[] file = PdfSigning.by(Signed.PKI, old).sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_B);
        SignatureReport report = Signed.verify(file);
        assertThat(report.verdict()).as("%s", report).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).contains("CERT_OUT_OF_DATE");
    }

    @Test
    void doesNotTrustAClaimedTimeOfAnExpiredSigner() {
        Instant now = Instant.now();
        TestPki.Entity old = Signed.PKI.signer(
                "Phạm Thị Hết Hạn",
                new TestPki.Validity(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(10))));
        byte[] file = PdfSigning.by(Signed.PKI, old)
                .withClaimedTime(now.minus(Duration.ofDays(15)))
                .sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_B);
        assertThat(Signed.verify(file).verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }

    @Test
    void acceptsAnOfficerAndAnAgencyOneAfterTheOther() {
        byte[] first = PdfSigning.by(Signed.PKI, Signed.PKI.signer("Nguyễn Văn Thử"))
                .withText(1, 40, 40, 200, 50, "Nguyễn Văn Thử")
                .sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_LT);
        byte[] both =
                Signed.AGENCY.withText(1, 320, 40, 200, 50, "Sở Nội vụ").sign(first, SignatureLevel.PAdES_BASELINE_LTA);
        SignatureReport report = Signed.verify(both);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(report.signatures())
                .extracting(SignatureReport.Signature::signer)
                .containsExactly("Nguyễn Văn Thử", "Sở Nội vụ tỉnh Thử Nghiệm");
    }

    @Test
    void saysThatABrokenFileWithTracesCannotBeVerified() {
        byte[] cut =
                "%PDF-1.7\n1 0 obj\n<< /Type /Sig /ByteRange [0 10 20 30] >>\n".getBytes(StandardCharsets.US_ASCII);
        SignatureReport report = Signed.verify(cut);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).containsExactly("FILE_UNREADABLE");
        SignatureReport noTrace = Signed.verify(Signed.patched(cut, cut.length - 41, "/Xxxx /Sig /XxxxRange"));
        assertThat(noTrace.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }
}
