package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
    /** Nobody is to blame: the thing is in use, or locked by law. */
    private static final Set<Problem> CONFLICTS = Set.of(Problem.ANOTHER_RUN, Problem.STORE_LOCKED);

    /** Damage does not mend itself, and a lock lasts for years. */
    private static final Set<Problem> LASTING =
            Set.of(Problem.STORE_CORRUPT, Problem.STORE_LOCKED, Problem.BACKUP_DAMAGED);

    @ParameterizedTest
    @EnumSource
    void saysWhatHappenedAndWhatToDoInBothLanguages(Problem problem) {
        for (Language language : Language.values()) {
            assertThat(problem.message(language)).endsWith(".").doesNotContain("  ");
            assertThat(problem.remedy(language)).endsWith(".").doesNotContain("  ");
        }
        String vietnamese = problem.message(Language.VI) + problem.remedy(Language.VI);
        assertThat(Normalizer.normalize(vietnamese, Normalizer.Form.NFD)).containsPattern("\\p{M}");
        assertThat(vietnamese).isEqualTo(Normalizer.normalize(vietnamese, Normalizer.Form.NFC));
        String english = problem.message(Language.EN) + problem.remedy(Language.EN);
        assertThat(english).matches("\\p{ASCII}+");
    }

    @ParameterizedTest
    @EnumSource
    void endsACommandWithACodeOfTheContract(Problem problem) {
        assertThat(problem.exitCode()).isIn(1, 2, 3, 4);
        assertThat(problem.httpStatus()).isBetween(400, 599);
        assertThat(problem.httpStatus() >= 500)
                .as("5xx only where the sender is not to blame")
                .isEqualTo(problem.blame() != Problem.Blame.PAPER
                        && problem.blame() != Problem.Blame.INPUT
                        && !CONFLICTS.contains(problem));
    }

    @Test
    void noTwoSayTheSame() {
        for (Language language : Language.values()) {
            Set<String> messages = new HashSet<>();
            for (Problem problem : Problem.values()) {
                assertThat(messages.add(problem.message(language)))
                        .as(problem.name())
                        .isTrue();
            }
        }
    }

    @Test
    void whatOnlyTimeCanMendIsRetried() {
        assertThat(Problem.values())
                .filteredOn(p -> p.blame() == Problem.Blame.OUTSIDE && !LASTING.contains(p))
                .allMatch(Problem::retryable);
    }
}
