package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void countsProcessorTimeAndNotTheTimeThatOthersTook() {
        assertThat(Deadline.used(3_000, 1_000)).isEqualTo(1_000);
    }

    @Test
    void runsOutAtLastForWhoeverOnlyWaits() {
        assertThat(Deadline.used(40_000, 0)).isEqualTo(10_000);
    }

    @Test
    void neverRunsFasterThanTheClock() {
        assertThat(Deadline.used(1_000, 2_000)).isEqualTo(1_000); // two threads at once
    }
}
