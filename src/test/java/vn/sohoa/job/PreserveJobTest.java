package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.PreserveProof.Result;

class PreserveJobTest {
    private final JobExecution run = new JobExecution(1, new JobInstance(1, "bao-quan"), new JobParameters());

    @Test
    void papersThatFailInAnyStepFailTheRunAtItsEnd() {
        PreserveJob.count(step(1), new Result(5, 1));
        PreserveJob.count(step(2), new Result(7, 0));
        PreserveJob.count(step(3), new Result(0, 2));

        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> PreserveJob.needNone(step(4)))
                .matches(failure -> failure.problem() == Problem.PROOF_LEFT
                        && failure.detail().equals("3"));
    }

    @Test
    void aRunWithoutFailuresEndsWell() {
        PreserveJob.count(step(1), new Result(5, 0));

        assertThatCode(() -> PreserveJob.needNone(step(4))).doesNotThrowAnyException();
    }

    private StepExecution step(long id) {
        return new StepExecution(id, "step" + id, run);
    }
}
