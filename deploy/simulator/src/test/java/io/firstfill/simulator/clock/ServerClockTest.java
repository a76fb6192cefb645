package io.firstfill.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Proves offset, drift and jump of the exchange's clock against a machine's clock that moves by hand. */
class ServerClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant machine = START;
    private final ServerClock clock = new ServerClock(() -> machine);

    @Test
    void driftsFromTheTimeTheDriftIsSet() {
        clock.set(100, 0);
        machine = START.plusSeconds(50);
        clock.set(100, 200);

        machine = START.plusSeconds(60);

        assertThat(ahead()).isEqualTo(Duration.ofMillis(102));
    }

    @Test
    void keepsTheAccumulatedDeviationWhenTheDriftEnds() {
        clock.set(0, -500);
        machine = START.plusSeconds(10);
        clock.set(0, 0);

        machine = START.plusSeconds(1000);

        assertThat(ahead()).isEqualTo(Duration.ofMillis(-5));
    }

    @Test
    void goesOnDriftingAfterAJump() {
        clock.set(0, 1000);
        machine = START.plusSeconds(1);
        clock.jump(-250);

        machine = START.plusSeconds(2);

        assertThat(ahead()).isEqualTo(Duration.ofMillis(-248));
    }

    @Test
    void replacesTheWholeDeviationByANewOffset() {
        clock.set(0, 1000);
        clock.jump(700);
        machine = START.plusSeconds(5);

        clock.set(30, 1000);

        assertThat(ahead()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void convertsAServerTimeToAMachineTimeWhileTheClockDrifts() {
        clock.set(-40, 30_000);
        machine = START.plusSeconds(3600);
        ClockReading now = clock.now();

        assertThat(clock.machineMicros(now.serverMicros())).isCloseTo(now.machineMicros(), aMicrosecond());
        assertThat(clock.machineMicros(now.serverMicros() + 1_030_000))
                .isCloseTo(now.machineMicros() + 1_000_000, aMicrosecond());
    }

    private Duration ahead() {
        ClockReading now = clock.now();
        return Duration.ofNanos((now.serverMicros() - now.machineMicros()) * 1000);
    }

    private static Offset<Long> aMicrosecond() {
        return Offset.offset(1L);
    }
}
