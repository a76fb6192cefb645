package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.clock.ClockDrift;
import io.firstfill.mexc.clock.ClockEstimate;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.firstfill.trader.fixture.SimulatorControl;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that drift and jumps of the exchange's clock are measured over a real connection. */
class ClockOnSimulatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Simulator simulator = Simulator.start(SimulatorOptions.ephemeral());
    private final SimulatorControl control = new SimulatorControl(simulator.controlPort());
    private final Vertx vertx = Vertx.vertx();
    private final InstantSource local = Clock.systemUTC();
    private final URI address = URI.create("http://127.0.0.1:" + simulator.mexcPort());
    private final MexcWire wire = new MexcWire(
            vertx,
            MexcSettings.of(address, address),
            new WeightBudget(new EgressLimits(10, 5, 60, 1_000, 2, Duration.ofSeconds(10), 60, 40).whole(), local),
            local);
    private final ClockOffset offset = ClockOffset.standard();
    private final ServerClock clock = new ServerClock(local, offset);
    private final ClockSampler sampler = new ClockSampler(vertx, wire.market(), offset, Duration.ofMillis(100));

    @AfterEach
    void close() {
        sampler.close();
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        simulator.close();
    }

    @Test
    void aDriftingClockIsMeasuredAndItsDriftAddsToTheUncertainty() {
        control.call("PATCH", "/behaviour", "{\"clockDriftPpm\":20000}");

        ClockDrift drift = await().atMost(PATIENCE)
                .until(
                        () -> clock.estimate().flatMap(ClockEstimate::drift).filter(known -> known.isBeyond(50)),
                        Optional::isPresent)
                .orElseThrow();

        assertThat(drift.ppb() - 20_000_000).isBetween(-drift.uncertainty(), drift.uncertainty());
        ClockEstimate estimate = clock.estimate().orElseThrow();
        assertThat(estimate.uncertainty(estimate.measuredAt().plusSeconds(10)))
                .as("uncertainty after ten seconds of 200 ms drift")
                .isGreaterThan(Duration.ofMillis(180));
    }

    @Test
    void aClockThatJumpsIsMeasuredAgain() {
        await().atMost(PATIENCE).until(() -> clock.isTrusted(Duration.ofSeconds(30), Duration.ofMillis(50)));

        control.call("POST", "/clock/jumps", "{\"millis\":400}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clock.estimate().orElseThrow().offset())
                        .isBetween(Duration.ofMillis(350), Duration.ofMillis(450)));
        assertThat(clock.isTrusted(Duration.ofSeconds(30), Duration.ofMillis(50)))
                .isTrue();
    }
}
