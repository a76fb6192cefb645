package io.firstfill.control.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that the book knows what is open and what is under way, in whichever order the two topics are read. */
class PositionBookTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Pair PAIR = Pair.of("NEWT/USDT");
    private static final PositionId POSITION = PositionId.derivedFrom("position");
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final ExitPlan PLAN =
            new ExitPlan(List.of(), null, null, Duration.ofHours(1), null, AtStop.KEEP_EXITS);

    private final PositionBook book = new PositionBook();

    @Test
    void aPositionIsOpenWithItsPlanAndMarkUntilTheMarksNameItNoMore() {
        book.apply(planned(0));
        book.apply(marked(1, POSITION));

        PositionStatus open = book.open(PAPER).getFirst();
        assertThat(open.plan()).isEqualTo(PLAN);
        assertThat(open.mark()).isNotNull();
        assertThat(open.runId()).isEqualTo(RUN);

        book.apply(marked(2));

        assertThat(book.open(PAPER)).isEmpty();
        assertThat(book.find(PAPER, POSITION)).get().matches(position -> !position.open());
    }

    @Test
    void aPositionIsOpenedByItsPlanAlthoughTheMarksAreOlder() {
        book.apply(marked(0));
        book.apply(planned(1));

        assertThat(book.open(PAPER)).hasSize(1);
    }

    @Test
    void anEventFromBeforeTheMarksOpensNothing() {
        book.apply(marked(5));
        book.apply(planned(0));

        assertThat(book.open(PAPER)).isEmpty();
        assertThat(book.find(PAPER, POSITION)).isPresent();
    }

    @Test
    void anExitIsToldOrderByOrderAndARedeliveryChangesNothing() {
        ExitTriggered exit = triggered(1);
        ClientOrderId order = ClientOrderId.of("sell-1");
        SellFilled filled = new SellFilled(
                meta("filled", 2),
                PAPER,
                RUN,
                POSITION,
                PAIR,
                order,
                exit.meta().id(),
                new ExchangeOrderId("4711"),
                Quantity.of("5"),
                Amount.of("7.5"),
                Price.of("1.5"),
                null,
                null);
        ExitEnded ended = new ExitEnded(
                meta("ended", 3), PAPER, RUN, POSITION, PAIR, exit.meta().id(), ExitEnd.SOLD, Quantity.of("0"), null);

        List.of(exit, filled, ended, exit, filled, ended).forEach(book::apply);

        ExitStatus told = book.find(PAPER, POSITION).orElseThrow().exits().getFirst();
        assertThat(book.find(PAPER, POSITION).orElseThrow().exits()).hasSize(1);
        assertThat(told.end()).isEqualTo(ExitEnd.SOLD);
        assertThat(told.sells()).singleElement().satisfies(sell -> {
            assertThat(sell.clientOrderId()).isEqualTo(order);
            assertThat(sell.status()).isEqualTo("FILLED");
            assertThat(sell.filledAmount()).isEqualTo(Amount.of("7.5"));
        });
    }

    @Test
    void thePositionsOfAnotherEnvironmentAreNotGiven() {
        book.apply(marked(1, POSITION));

        assertThat(book.open(EnvironmentId.of("other"))).isEmpty();
        assertThat(book.find(EnvironmentId.of("other"), POSITION)).isEmpty();
    }

    private static ExitPlanned planned(int second) {
        return new ExitPlanned(meta("planned", second), PAPER, RUN, POSITION, PAIR, PLAN, null);
    }

    private static ExitTriggered triggered(int second) {
        return new ExitTriggered(
                meta("triggered", second),
                PAPER,
                RUN,
                POSITION,
                PAIR,
                ExitCause.CLOSED_BY_HAND,
                null,
                null,
                null,
                null,
                Quantity.of("5"));
    }

    private static PositionsMarked marked(int second, PositionId... open) {
        return new PositionsMarked(
                meta("marked", second),
                PAPER,
                List.of(open).stream()
                        .map(id -> new Mark(id, PAIR, Price.of("1.5"), START, false, null, List.of()))
                        .toList());
    }

    private static Meta meta(String label, int second) {
        return Meta.first(MessageId.derivedFrom(label, second), START.plusSeconds(second));
    }
}
