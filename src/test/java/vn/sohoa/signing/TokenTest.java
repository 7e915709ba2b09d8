package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
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

    /** A card locks itself after three to ten: the same wrong PIN is shown to it once, however many papers wait. */
    @Test
    void aWrongPinIsTriedOnceAndToldNowhere() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            TokenSettings wrong = token(LABEL, "ky", "975310");
            assertThatThrownBy(() -> open(wrong).close())
                    .hasMessageContaining("TOKEN_UNAVAILABLE")
                    .hasMessageContaining("CKR_PIN_INCORRECT");
            for (int paper = 0; paper < 5; paper++) {
                assertThatThrownBy(() -> open(wrong).close())
                        .hasMessageContaining("TOKEN_UNAVAILABLE")
                        .hasMessageContaining("không thử lại")
                        .hasMessageNotContaining("CKR_") // the token was not asked
                        .satisfies(thrown -> assertThat(told(thrown)).doesNotContain("975310"));
            }
            Trial trial = new Trial(folder);
            try (Signer signer = open(token(LABEL, "ky"))) { // nothing is lost: the right one signs what waited
                assertThat(signer.sign(trial.order(Signed.PAGE, "archive"))
                                .report()
                                .verdict())
                        .isEqualTo(SignatureVerdict.HOP_LE);
            }
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        assertThat(log.list)
                .noneMatch(line -> line.getFormattedMessage().contains("975310")
                        || line.getFormattedMessage().contains(SoftToken.PIN));
    }

    @Test
    void aWrongPinOfOneTokenIsNotThatOfAnother() {
        assertThatThrownBy(() -> open(token("khac", null, "112233")).close()).hasMessageContaining("CKR_PIN_INCORRECT");
        assertThatThrownBy(() -> open(token(LABEL, "ky", "112233")).close()).hasMessageContaining("CKR_PIN_INCORRECT");
    }

    private static String told(Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        return all.toString();
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

    private TokenSettings token(String label, @Nullable String key) {
        return token(label, key, SoftToken.PIN);
    }

    private TokenSettings token(String label, @Nullable String key, String secret) {
        Path pin = new Trial(folder).write("pin-token", (secret + "\n").getBytes(StandardCharsets.UTF_8));
        return new TokenSettings(
                TokenSettings.Kind.PKCS11, SoftToken.library().orElseThrow(), label, 0, pin, null, key, false);
    }
}
