package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.SoftToken;

/** With a real PKCS#11 token in software; skipped where SoftHSM2 is not installed. */
class TokenTest {
    private static final String LABEL = "sohoa-thu";

    @TempDir
    Path folder;

    @BeforeAll
    static void makeToken() throws Exception {
        assumeTrue(SoftToken.usable(), "skipped: softhsm2 is not installed, or SOFTHSM2_CONF is not set");
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = Files.createTempDirectory(Files.createDirectories(configuration.getParent()), "tokens");
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens.toAbsolutePath()
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        SoftToken.initialise("khac");
        SoftToken.initialise(LABEL);
        Path driver = SoftToken.library().orElseThrow();
        SoftToken.makeKey(Signed.PKI, TokenSlots.indexOf(driver, LABEL), "ky", "UBND phường Đông Hưng");
    }

    @Test
    void signsABatchInOneSessionWithAKeyThatCannotLeave() {
        Trial trial = new Trial(folder);
        try (Signer signer = open(token(LABEL, "ky"))) {
            for (int i = 0; i < 3; i++) {
                SignedCopy copy = signer.sign(trial.order(Signed.PAGE, "archive"));
                assertThat(copy.report().verdict()).isEqualTo(SignatureVerdict.HOP_LE);
                assertThat(copy.signer().name()).isEqualTo("UBND phường Đông Hưng");
            }
        }
        try (Signer again = open(token(LABEL, null))) {
            assertThat(again.identity().name()).isEqualTo("UBND phường Đông Hưng");
        }
    }

    @Test
    void findsTheTokenByItsLabelAndNamesThoseThatAreThere() {
        SignerTest.refused(
                Problem.TOKEN_UNAVAILABLE, () -> open(token("không-có", null)).close());
        Path driver = SoftToken.library().orElseThrow();
        Set<Integer> places =
                Stream.of("khac", LABEL).map(l -> TokenSlots.indexOf(driver, l)).collect(Collectors.toSet());
        assertThat(new TreeSet<>(places)).hasSize(2);
    }

    @Test
    void aTokenWithoutAKeyForSigningIsRefused() {
        SignerTest.refused(
                Problem.CONFIGURATION_INVALID, () -> open(token("khac", null)).close());
    }

    private Signer open(TokenSettings token) {
        return Signers.open(
                token,
                Trial.tsa(Signed.PKI.tsaAddress()),
                new Trial(folder).trust(),
                Trial.hosts(),
                Trial.PROFILES,
                Clock.systemUTC());
    }

    private TokenSettings token(String label, String key) {
        Path pin = new Trial(folder).write("pin-token", (SoftToken.PIN + "\n").getBytes(StandardCharsets.UTF_8));
        return new TokenSettings(
                TokenSettings.Kind.PKCS11, SoftToken.library().orElseThrow(), label, 0, pin, null, key, false);
    }
}
