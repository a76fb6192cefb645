package io.firstfill.trader.scenario.opening;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run of the style MARKET_THEN_IOC that buys one listing at its opening. */
final class FirstMinuteRun {
    private FirstMinuteRun() {}

    /** Starts the run, with two permits, and lets time pass until two seconds after the opening. */
    static void start(EngineFixture engine, Instant opening, @Nullable String premium) {
        begin(engine, opening, premium, 2);
        engine.time.advanceTo(opening.plusSeconds(2));
    }

    /** Starts the run with that many permits. */
    static void begin(EngineFixture engine, Instant opening, @Nullable String premium, int permits) {
        engine.past(
                Messages.trading(),
                started(premium),
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"));
        for (int number = 1; number <= permits; number++) {
            engine.past(permit(number));
        }
        engine.open();
        engine.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
    }

    static RunStarted started(@Nullable String premium) {
        RunStarted started = Messages.started(OrderStyle.MARKET_THEN_IOC, null);
        return new RunStarted(
                started.meta(),
                started.environment(),
                started.runId(),
                started.configuration(),
                configuration(premium),
                started.startedBy());
    }

    /** A permit of that time. */
    static Message permit(int number, Instant now) {
        return new PermitGranted(
                Messages.meta(now),
                Messages.PAPER,
                Messages.RUN,
                PermitId.derivedFrom("permit of this test", number),
                Messages.FIFTY,
                now.plus(Duration.ofMinutes(5)));
    }

    static Message permit(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private static Configuration configuration(@Nullable String premium) {
        return new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET_THEN_IOC,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                null,
                premium == null ? null : Ratio.of(premium),
                null);
    }
}
