package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.network.AnswerFolder;
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.signing.network.Question;
import vn.sohoa.signing.network.TrustInquiry;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** A verifier names what it lacks; whoever has the network asks; the same check runs again. */
class TwoPassTest {
    private static final byte[] B = Signed.AGENCY.sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_B);
    private static final byte[] T = Signed.AGENCY.sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_T);

    @TempDir
    Path folder;

    private AnswerFolder answers;

    @BeforeEach
    void open() {
        answers = new AnswerFolder(folder);
    }

    private PadesVerifier verifier(Clock clock) {
        return new PadesVerifier(TrustAnchors.of(List.of(Signed.PKI.root())), clock, answers);
    }

    private TrustInquiry inquiry(Clock clock) {
        String place = Signed.PKI.tsaAddress().replaceFirst("http://([^/]*)/.*", "$1");
        NetworkSettings settings = NetworkSettings.of(List.of(place), List.of(place), List.of());
        return new TrustInquiry(new NetworkLoader(settings), settings, answers, clock);
    }

    /** As the main process does it. */
    private SignatureReport judged(byte[] file, Clock clock) {
        PadesVerifier verifier = verifier(clock);
        TrustInquiry inquiry = inquiry(clock);
        Instant since = clock.instant();
        SignatureReport report = verifier.verify(file, Signed.PDF);
        for (int pass = 0; pass < 3 && inquiry.obtain(verifier.lacking(), since); pass++) {
            since = clock.instant();
            report = verifier.verify(file, Signed.PDF);
        }
        return report;
    }

    @Test
    void aSignatureWithoutRevocationDataIsValidOnceTheIssuerHasBeenAsked() {
        int calls = Signed.PKI.calls();
        PadesVerifier verifier = verifier(Clock.systemUTC());
        assertThat(Signed.codes(verifier.verify(B, Signed.PDF))).containsExactly("REVOCATION_UNKNOWN");
        assertThat(verifier.lacking()).extracting(Question::kind).contains(Question.Kind.OCSP, Question.Kind.CRL);
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
        for (byte[] file : List.of(B, T)) {
            SignatureReport report = judged(file, Clock.systemUTC());
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        }
    }

    @Test
    void anAnswerIsKeptForNightsWithoutNetworkAndOneIsEnoughForAllPapersOfASigner() {
        judged(B, Clock.systemUTC());
        int calls = Signed.PKI.calls();
        assertThat(verifier(Clock.systemUTC()).verify(B, Signed.PDF).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        judged(B, Clock.systemUTC());
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
    }

    @Test
    void anAnswerPastItsNextUpdateCountsAsNone() {
        judged(B, Clock.systemUTC());
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(40)); // beyond OCSP and lists
        PadesVerifier verifier = verifier(later);
        assertThat(Signed.codes(verifier.verify(B, Signed.PDF))).containsExactly("REVOCATION_UNKNOWN");
        assertThat(verifier.lacking()).isNotEmpty();
    }

    @Test
    void aCertificateThatWasRevokedBeforeSigningMakesItInvalid() {
        TestPki.Entity gone = Signed.PKI.signer("Hoàng Thị Thu Hồi");
        byte[] file = PdfSigning.by(Signed.PKI, gone).sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_T);
        assertThat(judged(file, Clock.systemUTC()).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        Signed.PKI.revoke(gone, Instant.now().minus(Duration.ofHours(2)));
        inquiry(Clock.systemUTC()).refresh();
        SignatureReport after = judged(file, Clock.systemUTC());
        assertThat(after.verdict()).as("%s", after.reasons()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(after)).contains("REVOKED");
    }

    @Test
    void aFolderOfForeignAndDamagedAnswersMakesNothingValid() throws Exception {
        judged(B, Clock.systemUTC());
        TestPki.Entity other = Signed.PKI.signer("Người Khác");
        byte[] file = PdfSigning.by(Signed.PKI, other).sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_B);
        PadesVerifier verifier = verifier(Clock.systemUTC());
        verifier.verify(file, Signed.PDF);
        Question wanted = verifier.lacking().stream()
                .filter(each -> each.kind() == Question.Kind.OCSP)
                .findFirst()
                .orElseThrow();
        Path answer = folder.resolve("ocsp-" + wanted.key().hex() + ".der");
        List<Path> foreign;
        try (var files = Files.list(folder)) {
            foreign = files.filter(f -> f.toString().endsWith(".der")).toList();
        }
        for (Path one : foreign) { // an answer about another certificate, a list instead of an answer
            Files.write(answer, Files.readAllBytes(one));
            assertThat(verifier(Clock.systemUTC()).verify(file, Signed.PDF).verdict())
                    .isEqualTo(SignatureVerdict.CAN_XEM_XET);
        }
        byte[] good = Files.readAllBytes(foreign.stream()
                .filter(f -> f.getFileName().toString().startsWith("ocsp"))
                .findFirst()
                .orElseThrow());
        for (int at = 0; at < good.length; at += 37) {
            byte[] bad = good.clone();
            bad[at] ^= 0x11;
            Files.write(answer, bad);
            assertThat(verifier(Clock.systemUTC()).verify(file, Signed.PDF).verdict())
                    .isEqualTo(SignatureVerdict.CAN_XEM_XET);
        }
    }

    @Test
    void nobodyIsAskedTwiceWithinMinutes() {
        PadesVerifier verifier = verifier(Clock.systemUTC());
        Instant since = Instant.now();
        verifier.verify(B, Signed.PDF);
        NetworkSettings nobody = NetworkSettings.nobody();
        TrustInquiry refused = new TrustInquiry(new NetworkLoader(nobody), nobody, answers, Clock.systemUTC());
        int calls = Signed.PKI.calls();
        assertThat(refused.obtain(verifier.lacking(), since)).isFalse();
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
        TrustInquiry inquiry = inquiry(Clock.systemUTC());
        assertThat(inquiry.obtain(verifier.lacking(), since)).isTrue();
        int asked = Signed.PKI.calls();
        // whoever judged at the same time has his answer; whoever lacks it still is not helped by asking again
        assertThat(inquiry.obtain(verifier.lacking(), since)).isTrue();
        assertThat(Signed.PKI.calls()).isEqualTo(asked);
        List<Question> ocsp = verifier.lacking().stream()
                .filter(each -> each.kind() == Question.Kind.OCSP)
                .toList();
        assertThat(inquiry.obtain(ocsp, Instant.now().plusSeconds(1))).isFalse();
        assertThat(Signed.PKI.calls()).isEqualTo(asked);
    }
}
