package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import java.math.BigDecimal;
import java.util.List;

/** What must hold of every run of an {@link OrderLife}, however often the trader was killed in it. */
final class LifeInvariants {
    private LifeInvariants() {}

    /**
     * What a run was about.
     *
     * @param bought whether the exchange filled anything
     * @param halted whether there was a halt
     * @param kills how often the trader was killed
     */
    record Tally(boolean bought, boolean halted, int kills) {}

    static Tally assertHold(LifeRun run) {
        LifeOutcome outcome = run.outcome();
        outcome.assertConsistent();
        assertNoSecondBuy(outcome);
        assertNoRequestAfterTheHalt(run);
        outcome.exchange().taken.forEach((id, shown) -> {
            if (shown instanceof OrderQueryResult.Found found) {
                assertEndedAs(outcome, id, found.snapshot());
            }
        });
        return new Tally(spent(outcome).signum() > 0, run.requestsAtHalt() != null, run.kills());
    }

    /** All orders for the listing together cost no more than the amount of one buy. */
    private static void assertNoSecondBuy(LifeOutcome outcome) {
        assertThat(spent(outcome)).as("spent in %s", types(outcome)).isLessThanOrEqualTo(Messages.FIFTY.value());
    }

    private static BigDecimal spent(LifeOutcome outcome) {
        return outcome.exchange().taken.values().stream()
                .filter(OrderQueryResult.Found.class::isInstance)
                .map(shown ->
                        ((OrderQueryResult.Found) shown).snapshot().spent().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertNoRequestAfterTheHalt(LifeRun run) {
        Integer atHalt = run.requestsAtHalt();
        if (atHalt != null) {
            assertThat(run.outcome().exchange().placed)
                    .as("requests, in %s", types(run.outcome()))
                    .hasSize(atHalt);
        }
    }

    /** An order that the exchange shows ends on the topic as it has ended there, unless it is with the operator. */
    private static void assertEndedAs(LifeOutcome outcome, ClientOrderId id, OrderSnapshot shown) {
        List<OrderStep> steps = outcome.topic().stream()
                .filter(OrderStep.class::isInstance)
                .map(OrderStep.class::cast)
                .filter(step -> step.clientOrderId().equals(id))
                .toList();
        boolean handedOver = steps.stream()
                .anyMatch(
                        step -> step instanceof OrderResolved resolved && resolved.resolution() == Resolution.OPERATOR);
        List<String> ends = steps.stream()
                .filter(step -> step instanceof OrderFilled || step instanceof OrderCanceled)
                .map(LifeInvariants::end)
                .distinct()
                .toList();
        if (!handedOver) {
            assertThat(ends).as("ends of %s in %s", id, types(outcome)).containsExactly(end(shown));
        }
    }

    private static String end(OrderStep step) {
        return switch (step) {
            case OrderFilled filled -> "FILLED " + filled.filledQuantity() + " for " + filled.filledAmount();
            case OrderCanceled canceled -> "CANCELED " + canceled.filledQuantity() + " for " + canceled.filledAmount();
            default -> step.type();
        };
    }

    private static String end(OrderSnapshot shown) {
        return shown.status() + " " + shown.filled() + " for " + shown.spent();
    }

    private static List<String> types(LifeOutcome outcome) {
        return outcome.topic().stream().map(Message::type).toList();
    }
}
