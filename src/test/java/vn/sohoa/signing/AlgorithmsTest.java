package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.europa.esig.dss.policy.jaxb.Algo;
import eu.europa.esig.dss.policy.jaxb.AlgoExpirationDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/** The ends of algorithms are data, and only ever come nearer. */
class AlgorithmsTest {

    @TempDir
    private Path folder;

    private TrustAnchors stated(String lines) throws IOException {
        Signed.PKI.writeAnchor(folder);
        Files.writeString(folder.resolve(Algorithms.FILE), "algorithms:\n" + lines);
        return TrustAnchors.in(folder);
    }

    private static SignatureReport verify(TrustAnchors anchors, Duration later) {
        return new PadesVerifier(anchors, Clock.offset(Clock.systemUTC(), later)).verify(Signed.LTA, Signed.PDF);
    }

    @Test
    void whatIsStatedIsTold() throws IOException {
        stated("""
                - {digest: SHA256, trustedUntil: 2032-01-01, source: thử}
                - {key: RSA, bits: 2048, trustedUntil: 2031-01-01, source: thử}
                """);
        TrustState state = TrustState.of(folder, Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(state.algorithms()).containsExactly("SHA256 < 2032-01-01", "RSA ≤ 2048 bit < 2031-01-01");
        assertThat(state.aged()).containsExactly("RSA ≤ 2048 bit < 2031-01-01");
        assertThat(TrustState.of(folder, Instant.parse("2030-12-31T23:59:59Z")).aged())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{digest: SHA256, trustedUntil: 2020-01-01, source: thử}",
                "{key: RSA, bits: 2048, trustedUntil: 2020-01-01, source: thử}",
                "{key: RSA, bits: 4096, trustedUntil: 2020-01-01, source: thử}"
            })
    void whatRestsOnALapsedAlgorithmIsForAPerson(String entry) throws IOException {
        SignatureReport report = verify(stated("- " + entry + "\n"), Duration.ZERO);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).contains("OLD_ALGORITHM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{digest: SHA512, trustedUntil: 2020-01-01, source: thử}",
                "{key: RSA, bits: 2047, trustedUntil: 2020-01-01, source: thử}",
                "{key: ECDSA, bits: 521, trustedUntil: 2020-01-01, source: thử}",
                "{digest: SHA256, trustedUntil: 2090-01-01, source: thử}"
            })
    void otherAlgorithmsAndLaterDaysHarmNothing(String entry) throws IOException {
        SignatureReport report = verify(stated("- " + entry + "\n"), Duration.ZERO);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
    }

    @Test
    void anEndToComeCountsWhenItHasCome() throws IOException {
        LocalDate end = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(40);
        TrustAnchors anchors = stated("- {digest: SHA256, trustedUntil: " + end + ", source: thử}\n");
        assertThat(verify(anchors, Duration.ofDays(38)).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(verify(anchors, Duration.ofDays(42)).verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }

    @Test
    void noEndIsPutOff() throws IOException {
        AlgoExpirationDate dates =
                PolicyReader.read("/policy/constraint.xml").getCryptographic().getAlgoExpirationDate();
        AgedPolicy.age(
                dates,
                stated("- {digest: SHA1, trustedUntil: 2090-01-01, source: thử}\n"
                                + "- {key: RSA, bits: 2048, trustedUntil: 2030-06-01, source: thử}\n")
                        .algorithms());
        assertThat(end(dates, "SHA1", null)).isEqualTo("2012-08-01");
        assertThat(end(dates, "RSA", 1024)).isEqualTo("2019-10-01");
        assertThat(end(dates, "RSA", 1900)).isEqualTo("2030-06-01");
        assertThat(end(dates, "RSA", 2049)).isEqualTo("none");
        assertThat(end(dates, "RSA", 3000)).isEqualTo("none");
        assertThat(end(dates, "RSASSA-PSS", 1900)).isEqualTo("none");
    }

    private static String end(AlgoExpirationDate dates, String name, @Nullable Integer bits) {
        Algo found = dates.getAlgos().stream()
                .filter(algo -> algo.getValue().equals(name))
                .filter(algo -> bits == null ? algo.getSize() == null : bits.equals(algo.getSize()))
                .findFirst()
                .orElseThrow();
        return found.getDate() == null ? "none" : found.getDate();
    }

    @Test
    void anotherListIsAnotherSetOfAnchors() throws IOException {
        String without =
                TrustAnchors.in(Signed.PKI.writeAnchor(folder).getParent()).version();
        String first = stated("- {digest: SHA1, trustedUntil: 2010-01-01, source: thử}\n")
                .version();
        String other = stated("- {digest: SHA1, trustedUntil: 2010-01-02, source: thử}\n")
                .version();
        String sameByAnother = stated("- {digest: SHA1, trustedUntil: 2010-01-02, source: khác}\n")
                .version();
        assertThat(List.of(without, first, other)).doesNotHaveDuplicates();
        assertThat(sameByAnother).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {digest: SHA256, trustedUntil: 2030-01-01} | source",
                "- {digest: SHA256, source: x} | trustedUntil",
                "- {digest: SHA256, trustedUntil: 2030-01-01, source: ' '} | algorithms[1]: source",
                "- {digest: SHA-256, trustedUntil: 2030-01-01, source: x} | digest: không biết SHA-256",
                "- {key: RZA, bits: 1, trustedUntil: 2030-01-01, source: x} | key: không biết RZA",
                "- {key: RSA, trustedUntil: 2030-01-01, source: x} | bits",
                "- {key: RSA, bits: 0, trustedUntil: 2030-01-01, source: x} | bits",
                "- {digest: SHA1, bits: 1, trustedUntil: 2030-01-01, source: x} | bits",
                "- {digest: SHA1, key: RSA, bits: 1, trustedUntil: 2030-01-01, source: x} | một trong hai",
                "- {trustedUntil: 2030-01-01, source: x} | một trong hai",
                "- {digest: SHA1, trustedUntil: mai, source: x} | dòng 2",
                "- {digest: SHA1, until: 2030-01-01, source: x} | dòng 2",
            })
    void aWrongListIsRefusedWithItsPlace(String line, String said) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> stated(line + "\n"))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                    assertThat(e.getMessage()).contains(Algorithms.FILE, said);
                });
    }

    @Test
    void oneAlgorithmTwiceIsRefused() {
        String line = "- {digest: SHA1, trustedUntil: 2030-01-01, source: x}\n";
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> stated(line + line))
                .withMessageContaining("algorithms[2]: hai lần");
    }

    @Test
    void endsOfKeysCountForShorterOnes() throws IOException {
        Algorithms stated = stated("- {key: RSA, bits: 2048, trustedUntil: 2030-01-01, source: x}\n"
                        + "- {key: RSA, bits: 4096, trustedUntil: 2035-01-01, source: x}\n"
                        + "- {digest: SHA256, trustedUntil: 2040-01-01, source: x}\n")
                .algorithms();
        assertThat(stated.endOf("RSA", 2048)).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(stated.endOf("RSA", 2049)).contains(Instant.parse("2035-01-01T00:00:00Z"));
        assertThat(stated.endOf("RSA", 4097)).isEmpty();
        assertThat(stated.endOf("ECDSA", 256)).isEmpty();
        assertThat(stated.endOf("SHA256")).contains(Instant.parse("2040-01-01T00:00:00Z"));
        assertThat(stated.endOf("SHA512")).isEmpty();
    }
}
