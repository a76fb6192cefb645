package io.firstfill.trader.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** US1: proves that a stop is final, whatever is read before or after it. */
class RunBookTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), Instant.EPOCH);

    private final RunBook book = new RunBook();

    @Test
    void aStartReadAfterItsStopStartsNoRun() {
        book.stop(stop());

        book.started(started());

        assertThat(book.isActive(RUN)).isFalse();
        assertThat(book.isOver(RUN)).isTrue();
    }

    @Test
    void aStopIsAnsweredOnce() {
        book.started(started());
        book.stop(stop());
        assertThat(book.unansweredStops()).hasSize(1);

        book.stopped(RUN);

        assertThat(book.unansweredStops()).isEmpty();
    }

    @Test
    void aSuspendedRunBuysAgainOnlyAfterItIsResumed() {
        book.started(started());

        book.suspended(RUN, SuspensionReason.CREDENTIAL_ROTATED);
        assertThat(book.isActive(RUN)).isFalse();
        book.resumed(RUN);
        assertThat(book.isActive(RUN)).isTrue();
    }

    @Test
    void aStoppedRunCannotBeResumed() {
        book.started(started());
        book.suspended(RUN, SuspensionReason.CREDENTIAL_REJECTED);
        book.stop(stop());

        book.resumed(RUN);

        assertThat(book.isActive(RUN)).isFalse();
    }

    private static StopRun stop() {
        return new StopRun(META, PAPER, Actor.of("operator"), RUN, "enough");
    }

    private static RunStarted started() {
        Configuration snapshot = new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false));
        ConfigurationRef reference = new ConfigurationRef(ConfigurationId.derivedFrom("test"), 1);
        return new RunStarted(META, PAPER, RUN, reference, snapshot, Actor.of("operator"));
    }
}
