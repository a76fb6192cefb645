package io.firstfill.control.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves since when control hears without a gap, whatever its connection and its clock do. */
class HearingTest {
    private static final Instant START = HeartbeatFixture.START;

    private Instant now = START;
    private final Hearing hearing = new Hearing(() -> now);

    @Test
    void readingsOneAfterTheOtherAreOneHearing() {
        for (int second = 0; second <= 20; second++) {
            hearing.read(START.plusSeconds(second));
        }
        now = START.plusSeconds(20);

        assertThat(hearing.since()).contains(START);
        assertThat(hearing.until()).contains(START.plusSeconds(20));
        assertThat(hearing.isDeaf()).isFalse();
    }

    @Test
    void afterAGapTheHearingBeginsAnew() {
        hearing.read(START);
        now = START.plusSeconds(4);
        assertThat(hearing.isDeaf()).isTrue();

        now = START.plusSeconds(30);
        hearing.read(now);

        assertThat(hearing.isDeaf()).isFalse();
        assertThat(hearing.since()).contains(START.plusSeconds(30));
    }

    @Test
    void aClockThatIsSteppedBackDoesNotPutTheBeginningIntoTheFuture() {
        hearing.read(START);
        now = START.minus(Duration.ofHours(1));

        hearing.read(now);

        assertThat(hearing.since()).contains(now);
        assertThat(hearing.asOf()).isEqualTo(now);
    }

    @Test
    void beforeTheFirstReadingNothingIsKnown() {
        assertThat(hearing.since()).isEmpty();
        assertThat(hearing.isDeaf()).isFalse();
        assertThat(hearing.asOf()).isEqualTo(START);
    }
}
