package vn.sohoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Role;

class SignInTest {
    private static final Visitor MACHINE = Visitor.machine("x");
    private static final String GOOD = "bon muoi nam sau";
    private static final String HERE = "127.0.0.1";

    private final MovingClock clock = new MovingClock();
    private TestCatalog db;
    private Accounts accounts;
    private SignIn signIn;

    @BeforeEach
    void open(@TempDir Path folder) {
        db = TestCatalog.open(folder);
        accounts = AccessFixture.accounts(db, clock);
        signIn = AccessFixture.signIn(db, AccessFixture.settings(), clock);
    }

    @AfterEach
    void close() {
        assertThat(db.accessLog().violations()).isEmpty();
        db.close();
    }

    private static void refuses(Problem problem, ThrowingCallable work) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(work)
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo(problem))
                .satisfies(fault -> assertThat(fault.detail()).isIn("", "lan", "ai.do"));
    }

    /** An account whose password is GOOD. */
    private Visitor lan() {
        String once = accounts.add(MACHINE, "lan", "Lan", Set.of(Role.PROCESSING_OFFICER), "H15")
                .password();
        Visitor lan = signIn.signIn("lan", once, "", HERE).visitor();
        accounts.changePassword(lan, once, GOOD);
        return lan;
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndHasToTakeAnotherPassword() {
        Accounts.Made made = accounts.first().orElseThrow();
        assertThat(accounts.first()).isEmpty();
        assertThat(made.account().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(made.toString()).doesNotContain(made.password());
        SignedIn session = signIn.signIn("quantri", made.password(), "", HERE);
        assertThat(session.chore()).isEqualTo(SignedIn.Chore.CHANGE_PASSWORD);
        accounts.changePassword(session.visitor(), made.password(), GOOD);
        assertThat(signIn.signIn("QuanTri ", GOOD, "", HERE).chore()).isEqualTo(SignedIn.Chore.NONE);
        assertThat(signIn.still(session)).as("the session before the change").isEmpty();
    }

    @Test
    void fiveWrongTriesLockForAQuarterOfAnHourAndTheAnswerIsAlwaysTheSame() {
        lan();
        for (int i = 0; i < 5; i++) {
            refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", "sai", "", HERE));
        }
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, "", HERE));
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("ai.do", GOOD, "", HERE));
        clock.move(Duration.ofMinutes(16));
        assertThat(signIn.signIn("lan", GOOD, "", HERE).visitor().name()).isEqualTo("lan");
        assertThat(db.accessLog().newest(Optional.empty(), 100))
                .filteredOn(link -> link.look().result() == Look.Result.REFUSED)
                .hasSize(7)
                .allSatisfy(link -> assertThat(link.look().who()).isIn("lan", "?"));
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndAResetPasswordIsForOnce() {
        lan();
        SignedIn session = signIn.signIn("lan", GOOD, "", HERE);
        assertThat(signIn.still(session)).contains(session);
        accounts.enable(MACHINE, "lan", false);
        assertThat(signIn.still(session)).isEmpty();
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, "", HERE));
        accounts.enable(MACHINE, "lan", true);
        String once = accounts.reset(MACHINE, "lan").password();
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, "", HERE));
        assertThat(signIn.signIn("lan", once, "", HERE).chore()).isEqualTo(SignedIn.Chore.CHANGE_PASSWORD);
        refuses(Problem.NOT_FOUND, () -> accounts.reset(MACHINE, "ai.do"));
        refuses(Problem.NAME_TAKEN, () -> accounts.add(MACHINE, "lan", "x", Set.of(Role.AUDITOR), "*"));
    }

    @Test
    void aSessionEndsAfterEightHours() {
        lan();
        SignedIn session = signIn.signIn("lan", GOOD, "", HERE);
        clock.move(Duration.ofHours(8));
        assertThat(signIn.still(session)).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThat(signIn.still(session)).isEmpty();
    }

    @Test
    void aCodeOfSixDigitsIsNeededOnceEnrolledAndGoodOnce() {
        Visitor lan = lan();
        SecondFactor proposed = accounts.proposeSecondFactor(lan);
        refuses(Problem.SIGN_IN_REFUSED, () -> accounts.enrol(lan, proposed, "000000"));
        accounts.enrol(lan, proposed, code(proposed));
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, code(proposed), HERE));
        clock.move(Duration.ofSeconds(30));
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, "", HERE));
        String code = code(proposed);
        assertThat(signIn.signIn("lan", GOOD, code, HERE).visitor().name()).isEqualTo("lan");
        refuses(Problem.SIGN_IN_REFUSED, () -> signIn.signIn("lan", GOOD, code, HERE));
    }

    private String code(SecondFactor factor) {
        return SixDigits.code(factor.secret(), clock.instant().getEpochSecond() / 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngan", "lan lan lan lan lan", "aaaaaaaaaaaaaaaa", GOOD})
    void aWeakPasswordIsNotTaken(String weak) {
        Visitor lan = lan();
        refuses(Problem.PASSWORD_WEAK, () -> accounts.changePassword(lan, GOOD, weak));
        refuses(Problem.SIGN_IN_REFUSED, () -> accounts.changePassword(lan, "sai", "mat khau khac hẳn"));
    }

    /** RFC 6238, appendix B, SHA-1, the last six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(SixDigits.code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", second / 30))
                .isEqualTo(code);
    }

    @Test
    void bucketsGiveSoManyAMinuteAndTellWhenToComeBack() {
        TokenBuckets buckets = new TokenBuckets(clock, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(12));
        assertThat(buckets.take("b")).isZero();
        clock.move(Duration.ofSeconds(12));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }
}
