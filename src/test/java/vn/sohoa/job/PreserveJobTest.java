package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.PreserveProof.Result;
import vn.sohoa.workflow.RunSummary;
import vn.sohoa.workflow.RunSummary.Upkeep;

class PreserveJobTest {
    private final JobExecution run = new JobExecution(1, new JobInstance(1, "bao-quan"), new JobParameters());

    @Test
    void papersThatFailInAnyStepFailTheRunAtItsEnd() {
        PreserveJob.count(step(1), "raised", new Result(5, 1));
        PreserveJob.count(step(2), "recorded", new Result(7, 0));
        PreserveJob.count(step(3), "renewed", new Result(0, 2));

        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> PreserveJob.needNone(step(4)))
                .matches(failure -> failure.problem() == Problem.PROOF_LEFT
                        && failure.detail().equals("3"));
    }

    @Test
    void aRunWithoutFailuresEndsWell() {
        PreserveJob.count(step(1), "raised", new Result(5, 0));

        assertThatCode(() -> PreserveJob.needNone(step(4))).doesNotThrowAnyException();
    }

    @Test
    void theSummaryCountsWhatWasDone() {
        assertThat(PreserveJob.kept(run)).isEmpty();
        PreserveJob.count(step(1), "raised", new Result(2, 1));
        PreserveJob.count(step(2), "recorded", new Result(5, 0));
        PreserveJob.count(step(3), "renewed", new Result(3, 1));

        Upkeep kept = PreserveJob.kept(run).orElseThrow();
        assertThat(kept).isEqualTo(new Upkeep(2, 5, 3, 2));
        Instant at = Instant.parse("2026-11-02T18:00:00Z");
        RunSummary bare = new RunSummary(
                7, "preserve", LocalDate.parse("2026-11-03"), "FAILED", at, at, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        RunSummary told = bare.with(kept);
        assertThat(told.done()).isEqualTo(8); // the two that were raised are among the five
        assertThat(told.failed()).isEqualTo(2);
        assertThat(RunJson.of(told).words(Language.VI)).contains("10 giấy tờ, xong 8", "lỗi 2");
    }

    private StepExecution step(long id) {
        return new StepExecution(id, "step" + id, run);
    }
}
