package io.firstfill.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves how the columns of {@code /proc/stat} become shares of busy and stolen time. */
class ProcessorTimeTest {
    @Test
    void reportsStolenTimeApartFromBusyTime() {
        ProcessorTime before = read("cpu  100 0 50 800 50 0 0 0 40 0");
        ProcessorTime after = read("cpu  400 10 150 1200 70 10 10 150 90 0");

        assertThat(after.since(before)).isEqualTo("busy 43.0 %, stolen by the host 15.0 %");
    }

    @Test
    void isUnknownWhereTheKernelDoesNotReportIt() {
        assertThat(ProcessorTime.of(List.of("intr 5", "cpu0 1 2 3 4 5 6 7 8"))).isEqualTo(Optional.empty());
    }

    private static ProcessorTime read(String line) {
        return ProcessorTime.of(List.of(line, "cpu0 1 1 1 1 1 1 1 1 0 0")).orElseThrow();
    }
}
