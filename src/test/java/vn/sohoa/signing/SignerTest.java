package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.TestPki;

class SignerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"scanner", "agency", "archive", "conversion"})
    void signsAtLtaAndLeavesTheOldBytesAsTheyWere(String profile) throws Exception {
        try (Signer signer = trial().open()) {
            SignedCopy copy = signer.sign(trial().order(Signed.PAGE, profile));
            byte[] signed = Files.readAllBytes(copy.file());

            assertThat(copy.level()).isEqualTo("LTA");
            assertThat(copy.report().verdict()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(copy.report().signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
            assertThat(Arrays.copyOf(signed, Signed.PAGE.length)).isEqualTo(Signed.PAGE);
            assertThat(copy.sha256()).isEqualTo(Sha256.of(signed));
            assertThat(copy.original()).isEqualTo(Sha256.of(Signed.PAGE));
            assertThat(copy.signer().organisation()).isEqualTo("UBND tỉnh Thử Nghiệm");
        }
    }

    @Test
    void saysHonestlyThatWithoutAnAuthorityItIsLevelB() {
        try (Signer signer = trial().open(Signed.CLERK, null)) {
            SignedCopy copy = signer.sign(trial().order(Signed.PAGE, "archive"));

            assertThat(copy.level()).isEqualTo("B");
            assertThat(copy.report().signatures().get(0).level()).isEqualTo("PAdES-BASELINE-B");
            assertThat(copy.report().verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        }
    }

    @Test
    void lastsWhenTheCertificateHasExpired() throws Exception {
        try (Signer signer = trial().open()) {
            SignedCopy copy = signer.sign(trial().order(Signed.PAGE, "archive"));
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3 * 365));

            SignatureReport report =
                    SignatureVerifiers.offline(trial().trust(), later).verify(copy.file(), Signed.PDF);

            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        }
    }

    @Test
    void aSecondSignatureStandsBesideTheFirst() {
        try (Signer signer = trial().open()) {
            SignedCopy first = signer.sign(trial().order(Signed.PAGE, "scanner"));
            SignedCopy second = signer.sign(trial().order(first.file(), "agency"));

            assertThat(second.report().signatures()).hasSize(2);
            assertThat(second.report().signatures().get(1).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(second.original()).isEqualTo(first.sha256());
        }
    }

    @Test
    void refusesASecondSignatureInTheSamePlace() {
        try (Signer signer = trial().open()) {
            SignedCopy first = signer.sign(trial().order(Signed.PAGE, "agency"));

            refused(Problem.NOT_SIGNABLE, () -> signer.sign(trial().order(first.file(), "archive")));
        }
    }

    @Test
    void writesOverNothing() throws Exception {
        try (Signer signer = trial().open(Signed.CLERK, null)) {
            SigningOrder order = trial().order(Signed.PAGE, "archive");
            Files.writeString(order.out(), "của người khác");

            refused(Problem.OUTPUT_EXISTS, () -> signer.sign(order));
            assertThat(order.out()).hasContent("của người khác");
        }
    }

    @Test
    void leavesNothingBehindWhenTheAuthorityIsAway() throws Exception {
        try (Signer signer = trial().open(Signed.CLERK, Signed.PKI.tsaAddress().replace("/tsa", "/khong-co"))) {
            SigningOrder order = trial().order(Signed.PAGE, "archive");

            refused(Problem.TSA_UNAVAILABLE, () -> signer.sign(order));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .noneMatch(name -> name.startsWith(".signed") || name.startsWith("out"));
            }
        }
    }

    @Test
    void doesNotStoreALesserSignatureWhereStatusIsNotToBeHad() {
        TokenSettings token = trial().token(Signed.CLERK, true);
        // the authority alone may be asked, by name: OCSP and CRL lie at another
        String elsewhere = Signed.PKI.tsaAddress().replace("127.0.0.1", "localhost");
        try (Signer signer = Signers.open(
                token,
                Trial.tsa(elsewhere),
                trial().trust(),
                Trial.hosts("localhost:" + URI.create(elsewhere).getPort()),
                Trial.PROFILES,
                Clock.systemUTC())) {
            refused(Problem.REVOCATION_UNAVAILABLE, () -> signer.sign(trial().order(Signed.PAGE, "archive")));
        }
    }

    @Test
    void looksAtTheCertificateBeforeTheFirstSignature() {
        Instant now = Instant.now();
        TestPki.Entity expired = Signed.PKI.signer(
                "Hết Hạn", new TestPki.Validity(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1))));
        TestPki.Entity early = Signed.PKI.signer(
                "Chưa Đến", new TestPki.Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(30))));
        TestPki.Entity revoked = Signed.PKI.signer("Thu Hồi");
        Signed.PKI.revoke(revoked, now.minus(Duration.ofHours(1)));

        for (TestPki.Entity who : List.of(expired, early, revoked)) {
            refused(Problem.SIGNER_CERTIFICATE, () -> trial().open(who, null).close());
        }
    }

    @Test
    void takesKeysInFilesForTrialAlone() {
        TokenSettings token = trial().token(Signed.CLERK, false);

        refused(Problem.CONFIGURATION_INVALID, () -> Signers.open(
                        token, Trial.tsa(null), trial().trust(), Trial.hosts(), Trial.PROFILES, Clock.systemUTC())
                .close());
    }

    @Test
    void namesAWrongPinWithoutTellingIt() {
        TokenSettings token = trial().token(Signed.CLERK, true);
        trial().write("pin", "sai-mat-khau".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Signers.open(
                                token,
                                Trial.tsa(null),
                                trial().trust(),
                                Trial.hosts(),
                                Trial.PROFILES,
                                Clock.systemUTC())
                        .close())
                .hasMessageContaining("TOKEN_UNAVAILABLE")
                .hasMessageNotContaining("sai-mat-khau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/tiff", "image/jpeg", "application/xml", "application/json"})
    void signsWhatIsNoPdfFromOutside(String type) throws Exception {
        byte[] bytes = "bất kỳ nội dung nào".getBytes(StandardCharsets.UTF_8);
        Path file = trial().write("anh.bin", bytes);
        try (Signer signer = trial().open()) {
            SignedCopy copy = signer.sign(new SigningOrder(file, folder.resolve("anh.p7s"), type, "scanner", Map.of()));

            assertThat(copy.format()).isEqualTo("CADES_DETACHED");
            assertThat(copy.report().verdict()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(copy.report().signatures().get(0).level()).isEqualTo("CAdES-BASELINE-LTA");
            assertThat(file).hasBinaryContent(bytes);
            bytes[3] ^= 1;
            Files.write(file, bytes);
            assertThat(check(copy.file(), file).verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        }
    }

    @Test
    void aSignatureOfAnotherFileOrNoneIsNeverValid() throws Exception {
        Path file = trial().write("anh.bin", new byte[] {1, 2, 3});
        Path junk = trial().write("anh.p7s", new byte[] {0x30, 0x03, 0x02, 0x01, 0x01});
        assertThat(check(junk, file).verdict()).isNotEqualTo(SignatureVerdict.HOP_LE);
        trial().write("anh.p7s", new byte[0]);
        assertThat(check(junk, file).verdict()).isNotEqualTo(SignatureVerdict.HOP_LE);
    }

    @Test
    void largeFilesGoThroughTemporaryFiles() throws Exception {
        byte[] large = LargePdf.of(PadesWriter.IN_MEMORY + 100_000);
        try (Signer signer = trial().open()) {
            SignedCopy copy = signer.sign(trial().order(large, "archive"));

            assertThat(copy.report().verdict()).isEqualTo(SignatureVerdict.HOP_LE);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(4); // key, PIN, in, out
            }
        }
    }

    private SignatureReport check(Path signature, Path file) {
        return DetachedSignatures.check(signature, file, trial().trust(), Clock.systemUTC());
    }

    private Trial trial() {
        return new Trial(folder);
    }

    static void refused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                .as(e.getMessage())
                .isEqualTo(problem));
    }

    /** A PDF of at least so many bytes, most of them a picture that cannot be packed. */
    static final class LargePdf {
        static byte[] of(int bytes) throws IOException {
            byte[] noise = new byte[bytes];
            new Random(7).nextBytes(noise);
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                document.addPage(page);
                page.getCOSObject().setItem("SohoaNoise", new PDStream(document, new ByteArrayInputStream(noise)));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }
}
