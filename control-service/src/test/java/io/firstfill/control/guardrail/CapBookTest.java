package io.firstfill.control.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what the book of caps says of room for a new run, and of circuit breakers. */
class CapBookTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final RunId RUN = RunId.derivedFrom("run");

    private final CapBook book = new CapBook();

    @ParameterizedTest(name = "{0} at {1}, used {2} of {3}, reached {4}: full {5}")
    @CsvSource({
        "TRADES_PER_HOUR, ENVIRONMENT, 3, 3, true, true",
        "TRADES_PER_HOUR, RUN, 3, 3, true, false", // another run has caps of its own
        "SPEND_PER_DAY, DEPLOYMENT, 91, 100, false, true", // less than one buy is left
        "SPEND_PER_DAY, DEPLOYMENT, 90, 100, false, false",
        "SPEND, ENVIRONMENT, 100, 100, true, false", // a new run has spent nothing
        "SPEND, ENVIRONMENT, 0, 9, false, true",
        "CONSECUTIVE_FAILURES, ENVIRONMENT, 0, 3, true, true", // tripped before
        "CONSECUTIVE_FAILURES, RUN, 3, 3, true, true", // by the limit of a run that has ended
        "LOSS_PER_DAY, RUN, 4, 5, false, false",
        "OPEN_POSITIONS, ENVIRONMENT, 2, 3, false, false"
    })
    void roomIsWhatANewRunCouldStillBuy(
            Cap cap, CapLevel level, String used, String limit, boolean reached, boolean full) {
        book.apply(report(1, new CapUse(cap, level, used, limit, false, reached, null)));

        assertThat(book.withoutRoom(PAPER, Amount.of("10"))).hasSize(full ? 1 : 0);
    }

    @Test
    void withoutAReportNothingIsFull() {
        assertThat(book.withoutRoom(PAPER, Amount.of("10"))).isEmpty();
        assertThat(book.report(PAPER)).isEmpty();
    }

    @Test
    void aBreakerIsTrippedFromItsEventOnAndNotFromTheNextReportOnly() {
        book.apply(new CapReached(meta(), PAPER, RUN, Cap.LOSS_PER_DAY, "5", "5"));
        boolean tripped = book.isTripped(PAPER, Cap.LOSS_PER_DAY);
        book.apply(new CapCleared(meta(), PAPER, RUN, Cap.LOSS_PER_DAY, "0", "5", Actor.of("rita")));

        assertThat(tripped).isTrue();
        assertThat(book.isTripped(PAPER, Cap.LOSS_PER_DAY)).isFalse();
        assertThat(book.isTripped(EnvironmentId.of("live"), Cap.LOSS_PER_DAY)).isFalse();
    }

    @Test
    void anEarlierVersionReadLaterReplacesNothing() {
        book.apply(changed(2, 7));
        book.apply(changed(1, 5));

        assertThat(book.guardrails(PAPER))
                .hasValueSatisfying(it -> assertThat(it.version()).isEqualTo(2));
        book.reset();
        assertThat(book.guardrails(PAPER)).isEmpty();
    }

    private static GuardrailsChanged changed(int version, int trades) {
        return new GuardrailsChanged(
                meta(),
                PAPER,
                version,
                new Guardrails(trades, null, null, null, null, null, null),
                Guardrails.NONE,
                Actor.of("rita"),
                "x");
    }

    private static CapsReported report(int version, CapUse use) {
        return new CapsReported(meta(), PAPER, null, version, Guardrails.NONE, List.of(use));
    }

    private static Meta meta() {
        return Meta.first(MessageId.derivedFrom("any"), NOON);
    }
}
