package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Cap;
import io.firstfill.control.PriorMessages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that no transition of a run leads back, in whatever order the two topics of a stop are read. */
class RunTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), Instant.EPOCH);
    private static final StopRun STOP = new StopRun(META, PAPER, PriorMessages.OLIVIA, RUN, "enough");
    private static final RunStopping STOPPING = new RunStopping(META, PAPER, RUN, PriorMessages.OLIVIA, "enough", 1);
    private static final RunSuspended SUSPENDED =
            new RunSuspended(META, PAPER, RUN, SuspensionReason.CREDENTIAL_ROTATED, "version 2");

    private final RunBook book = new RunBook();

    @Test
    void aSuspendedRunIsResumed() {
        started();
        book.apply(SUSPENDED);
        assertThat(run().state()).isEqualTo(RunState.SUSPENDED);

        book.apply(new RunResumed(META, PAPER, RUN));

        assertThat(run().state()).isEqualTo(RunState.ACTIVE);
        assertThat(run().suspension()).isNull();
    }

    @Test
    void aConfirmationReadBeforeItsCommandStands() {
        started();
        book.apply(STOPPING);

        book.apply(STOP);
        book.apply(SUSPENDED);
        book.apply(new RunResumed(META, PAPER, RUN));

        assertThat(run().state()).isEqualTo(RunState.STOPPING);
    }

    @Test
    void onlyAStoppedRunLeavesItsEnvironmentFree() {
        started();
        book.apply(STOP);
        assertThat(book.active(PAPER)).map(Run::runId).contains(RUN);

        book.apply(new RunStopped(META, PAPER, RUN));
        book.apply(STOPPING);

        assertThat(book.active(PAPER)).isEmpty();
        assertThat(run().stop()).isNotNull();
    }

    private void started() {
        book.apply(new RunStarted(
                META,
                PAPER,
                RUN,
                new ConfigurationRef(ConfigurationId.derivedFrom("c"), 1),
                PriorMessages.configuration("any", "10", "100"),
                PriorMessages.OLIVIA));
    }

    private Run run() {
        return book.find(RUN).orElseThrow();
    }

    @Test
    void aCapReadBeforeTheStartOfItsRunIsKept() {
        book.apply(new CapReached(META, PAPER, RUN, Cap.TRADES_PER_HOUR, "10", "10"));
        book.apply(new CapReached(META, PAPER, RUN, Cap.SPEND, "100", "100"));
        started();
        assertThat(run().caps()).extracting(ReachedCap::cap).containsExactly(Cap.TRADES_PER_HOUR, Cap.SPEND);

        book.apply(new CapCleared(META, PAPER, RUN, Cap.TRADES_PER_HOUR, "9", "10"));

        assertThat(run().caps()).extracting(ReachedCap::cap).containsExactly(Cap.SPEND);
    }

    @Test
    void aCapThatBlocksARunIsToldWithItsLevelAndWhenItFrees() {
        started();
        Instant until = Instant.parse("2026-11-27T03:10:00Z");
        book.apply(new CapReached(META, PAPER, RUN, Cap.TRADES_PER_HOUR, "10", "10", until, CapLevel.ENVIRONMENT));

        assertThat(run().caps()).singleElement().satisfies(cap -> {
            assertThat(cap.level()).isEqualTo(CapLevel.ENVIRONMENT);
            assertThat(cap.until()).isEqualTo(until);
        });
    }
}
