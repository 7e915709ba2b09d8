package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.TestPki;

class TrustIndexTest {
    private static final X509Certificate ROOT = Signed.PKI.root();

    @TempDir
    Path folder;

    @BeforeEach
    void layDown() throws IOException {
        Signed.PKI.writeAnchor(folder);
    }

    private static String entry(String purposes, String from, String to) {
        return "- subject: \"" + ROOT.getSubjectX500Principal().getName() + "\"\n  sha256: "
                + TrustAnchors.fingerprint(ROOT) + "\n  purposes: [" + purposes + "]\n  from: " + from + "\n  to: " + to
                + "\n  loadedBy: Nguyễn Văn Thử\n  confirmedBy: Trần Thị Mẫu\n";
    }

    private void index(String entries) throws IOException {
        Files.writeString(folder.resolve("index.yml"), "anchors:\n" + entries);
    }

    private SignatureReport verify(byte[] file) {
        return new PadesVerifier(TrustAnchors.in(folder), Clock.systemUTC()).verify(file, Signed.PDF);
    }

    private static String all() {
        return entry("AGENCY_CA, TSA", "2020-01-01", "2090-01-01");
    }

    @Test
    void anAnchorForSignersAndTimeMakesASignatureValid() throws IOException {
        index(all());
        SignatureReport report = verify(Signed.LTA);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(report.anchors())
                .isEqualTo(TrustState.of(folder, Instant.now()).anchors());
    }

    @ParameterizedTest
    @CsvSource({"TSA, NO_TRUST_ANCHOR", "AGENCY_CA, TIMESTAMP_BAD", "PUBLIC_CA, TIMESTAMP_BAD"})
    void anAnchorOfTimeVouchesForNoSignerAndTheOtherWayRound(String purpose, String code) throws IOException {
        index(entry(purpose, "2020-01-01", "2090-01-01"));
        SignatureReport report = verify(Signed.LTA);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).contains(code);
    }

    @Test
    void theSameHoldsForASignatureBesideItsFile() throws IOException {
        Trial trial = new Trial(folder);
        Path file = Files.write(folder.resolve("a.tif"), new byte[] {'I', 'I', 42, 0});
        Path signature;
        try (Signer signer = trial.open()) {
            signature = signer.sign(new SigningOrder(file, folder.resolve("a.p7s"), "image/tiff", "archive", Map.of()))
                    .file();
        }
        Path index = trial.trust().resolve("index.yml");
        Files.writeString(index, "anchors:\n" + all());
        assertThat(DetachedSignatures.check(signature, file, trial.trust(), Clock.systemUTC())
                        .verdict())
                .isEqualTo(SignatureVerdict.HOP_LE);
        Files.writeString(index, "anchors:\n" + entry("TSA", "2020-01-01", "2090-01-01"));
        SignatureReport report = DetachedSignatures.check(signature, file, trial.trust(), Clock.systemUTC());
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).contains("NO_TRUST_ANCHOR");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01, 2020-12-31", "2080-01-01, 2090-01-01"})
    void anAnchorVouchesWithinItsDaysAlone(String from, String to) throws IOException {
        index(entry("AGENCY_CA, TSA", from, to));
        assertThat(verify(Signed.LTA).verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(verify(Signed.LTA))).contains("NO_TRUST_ANCHOR");
    }

    @Test
    void aCertificateThatTheIndexDoesNotNameIsNotTrusted() throws IOException {
        try (TestPki other = TestPki.start()) {
            Files.writeString(folder.resolve("other.pem"), TestPki.pem(other.root()));
            index(all());
            TrustState state = TrustState.of(folder, Instant.now());
            assertThat(state.trial()).isFalse();
            assertThat(state.unlisted()).containsExactly(TrustAnchors.fingerprint(other.root()));
            assertThat(state.count())
                    .isEqualTo(Map.of(AnchorPurpose.AGENCY_CA, 1L, AnchorPurpose.PUBLIC_CA, 0L, AnchorPurpose.TSA, 1L));
            assertThat(TrustAnchors.in(folder).certificates()).containsExactly(ROOT);
        }
    }

    @Test
    void withoutAnIndexEverythingIsTrustedAndTheStateSaysTrial() {
        assertThat(verify(Signed.LTA).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(TrustState.of(folder, Instant.now()).trial()).isTrue();
    }

    @Test
    void theVersionFollowsPurposeAndDays() throws IOException {
        index(all());
        String before = TrustAnchors.in(folder).version();
        index(all().replace("Trần Thị Mẫu", "Lê Thị Mẫu"));
        assertThat(TrustAnchors.in(folder).version()).isEqualTo(before);
        index(entry("PUBLIC_CA, TSA", "2020-01-01", "2090-01-01"));
        assertThat(TrustAnchors.in(folder).version()).isNotEqualTo(before);
        index(entry("AGENCY_CA, TSA", "2020-01-01", "2089-01-01"));
        assertThat(TrustAnchors.in(folder).version()).isNotEqualTo(before);
    }

    @Test
    void whatLapsesWithinNinetyDaysIsTold() throws IOException {
        index(entry("AGENCY_CA", "2026-01-01", "2026-12-31"));
        assertThat(TrustState.of(folder, Instant.parse("2026-09-01T00:00:00Z")))
                .satisfies(s -> assertThat(s.lapsing()).isEmpty())
                .satisfies(s -> assertThat(s.lapsed()).isEmpty());
        assertThat(TrustState.of(folder, Instant.parse("2026-11-01T00:00:00Z")).lapsing())
                .containsExactly(ROOT.getSubjectX500Principal().getName());
        TrustState after = TrustState.of(folder, Instant.parse("2027-01-02T00:00:00Z"));
        assertThat(after.lapsed()).hasSize(1);
        assertThat(after.lapsing()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        for (List<String> fault : List.of(
                List.of("confirmedBy: Trần Thị Mẫu", "confirmedBy: \"NGUYỄN  VĂN THỬ \"", "confirmedBy"),
                List.of("confirmedBy: Trần Thị Mẫu", "confirmedBy: \" \"", "confirmedBy"),
                List.of("  confirmedBy: Trần Thị Mẫu\n", "", "confirmedBy"),
                List.of("sha256: ", "sha256: 00", "sha256"),
                List.of("purposes: [AGENCY_CA, TSA]", "purposes: []", "purposes"),
                List.of("purposes: [AGENCY_CA, TSA]", "purposes: [AGENCY]", "AGENCY"),
                List.of("to: 2090", "to: 2010", "to:"),
                List.of("loadedBy:", "loaded:", "loaded"),
                List.of("subject: \"", "subject: \"CN=Ai đó,", "subject"),
                List.of(TrustAnchors.fingerprint(ROOT), "ab".repeat(32), "abab"))) {
            index(all().replace(fault.get(0), fault.get(1)));
            assertThatExceptionOfType(DigitisationException.class)
                    .as("%s", fault)
                    .isThrownBy(() -> TrustAnchors.in(folder))
                    .withMessageContaining("index.yml")
                    .withMessageContaining(fault.get(2));
        }
        index(all() + all());
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> TrustAnchors.in(folder))
                .withMessageContaining("anchors[2]");
    }
}
