package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.trader.order.OrderQueryResult;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one run of an {@link OrderLife} has left on the topics and at the exchange, and what must hold of it. */
record LifeOutcome(OrderLife life, List<Message> topic, FakeExchange exchange) {
    /**
     * Asserts that the position on the topic equals what the exchange filled, that every order has ended, and that a
     * permit is returned exactly where its order has bought nothing and is not with the operator.
     */
    void assertConsistent() {
        assertThat(position()).as("position on the topic: %s", types()).isEqualByComparingTo(bought());
        for (OrderSubmitted order : all(OrderSubmitted.class)) {
            assertThat(isEnded(order.clientOrderId())).as("ended: %s", types()).isTrue();
        }
        for (PermitGranted grant : all(PermitGranted.class)) {
            assertPermit(grant.permitId());
        }
        if (all(OrderRejected.class).stream().anyMatch(event -> event.rejection() == Rejection.STOPS_RUN)) {
            assertThat(all(RunSuspended.class)).as("suspensions in %s", types()).hasSize(1);
        }
        for (StopRun stop : all(StopRun.class)) {
            assertThat(types()).as("stop %s", stop).containsSubsequence("RunStopping", "RunStopped");
            assertThat(reserved()).as("permits after the stop").isEqualTo(spent());
        }
    }

    /** A permit pays for one order at most, and is returned once exactly where an order had it that bought nothing. */
    private void assertPermit(PermitId permit) {
        List<ClientOrderId> orders = orders(permit);
        List<ClientOrderId> paid = orders.stream().filter(this::mayHaveSpent).toList();
        long returned = all(PermitReturned.class).stream()
                .filter(event -> event.permitId().equals(permit))
                .map(event -> event.meta().id())
                .distinct()
                .count();
        assertThat(paid).as("orders paid by %s", permit).hasSizeLessThanOrEqualTo(1);
        if (isNamed(permit)) {
            assertThat(returned).as("returned: %s of %s", permit, types()).isEqualTo(paid.isEmpty() ? 1 : 0);
        }
    }

    private boolean isNamed(PermitId permit) {
        return all(OrderStep.class).stream().anyMatch(step -> permit.equals(permit(step)));
    }

    private static @Nullable PermitId permit(OrderStep step) {
        return switch (step) {
            case OrderArmed armed -> armed.permitId();
            case OrderSubmitted submitted -> submitted.permitId();
            default -> null;
        };
    }

    /** The orders that have the permit: those an event names with it and no later one with another permit. */
    private List<ClientOrderId> orders(PermitId permit) {
        return all(OrderStep.class).stream()
                .filter(step -> permit.equals(permit(step)))
                .filter(step -> !isDisarmed(step))
                .map(OrderStep::clientOrderId)
                .distinct()
                .toList();
    }

    private boolean isDisarmed(OrderStep first) {
        return all(OrderStep.class).stream()
                .filter(later -> topic.indexOf(later) > topic.indexOf(first))
                .filter(later -> later.clientOrderId().equals(first.clientOrderId()))
                .map(LifeOutcome::permit)
                .anyMatch(other -> other != null && !other.equals(permit(first)));
    }

    private boolean mayHaveSpent(ClientOrderId id) {
        return isHandedOver(id) || (exchange.taken.containsKey(id) && bought(id).signum() > 0);
    }

    /** The number of permits that risk-service still counts as reserved. */
    private long reserved() {
        return all(PermitGranted.class).stream()
                        .map(PermitGranted::permitId)
                        .distinct()
                        .count()
                - all(PermitReturned.class).stream()
                        .map(PermitReturned::permitId)
                        .distinct()
                        .count();
    }

    private long spent() {
        return all(PermitGranted.class).stream()
                .map(PermitGranted::permitId)
                .filter(permit -> orders(permit).stream().anyMatch(this::mayHaveSpent))
                .count();
    }

    /**
     * Asserts that this run equals the run without a kill: the position is the same where the exchange has taken the
     * same orders, and orders end as they end there, or unbought.
     */
    void assertLike(LifeOutcome whole) {
        boolean sameTaken =
                exchange.taken.keySet().equals(whole.exchange().taken.keySet());
        if (sameTaken) {
            assertThat(position()).isEqualByComparingTo(whole.position());
        }
        // An order that the exchange acknowledged and never shows can only be told from an absent one by OrderAccepted.
        if (sameTaken
                && all(OrderAccepted.class).isEmpty()
                        == whole.all(OrderAccepted.class).isEmpty()) {
            assertThat(spent()).as("spent permits after %s", types()).isEqualTo(whole.spent());
        }
        if (!life.later().isEmpty() || sameTaken) {
            assertThat(outcomes()).as("order ends after %s", types()).isSubsetOf(whole.outcomesOrUnbought());
        }
    }

    private Set<String> outcomes() {
        return all(OrderStep.class).stream()
                .filter(LifeOutcome::isEnd)
                .map(Message::type)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the ends of this run, and the two that a kill may add. A kill may cost the buy, never more: the signal
     * may have expired, or the absence of the order has to be proved first.
     */
    private Set<String> outcomesOrUnbought() {
        Set<String> allowed = new HashSet<>(outcomes());
        allowed.addAll(Set.of("OrderDenied", "OrderResolved"));
        return allowed;
    }

    private List<String> types() {
        return topic.stream().map(Message::type).toList();
    }

    private BigDecimal position() {
        List<BigDecimal> quantities = topic.stream()
                .flatMap(message -> switch (message) {
                    case PositionOpened opened -> Stream.of(opened.quantity().value());
                    case PositionChanged changed -> Stream.of(changed.quantity().value());
                    default -> Stream.<BigDecimal>empty();
                })
                .toList();
        return quantities.isEmpty() ? BigDecimal.ZERO : quantities.getLast();
    }

    private BigDecimal bought() {
        return exchange.taken.keySet().stream()
                .filter(id -> !isHandedOver(id))
                .map(this::bought)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal bought(ClientOrderId id) {
        return exchange.taken.get(id) instanceof OrderQueryResult.Found found
                ? found.snapshot().filled().value().stripTrailingZeros()
                : BigDecimal.ZERO;
    }

    private boolean isEnded(ClientOrderId id) {
        return all(OrderStep.class).stream()
                .filter(step -> step.clientOrderId().equals(id))
                .anyMatch(LifeOutcome::isEnd);
    }

    private boolean isHandedOver(ClientOrderId id) {
        return all(OrderResolved.class).stream()
                .anyMatch(step -> step.clientOrderId().equals(id) && step.resolution() == Resolution.OPERATOR);
    }

    private static boolean isEnd(OrderStep step) {
        return switch (step) {
            case OrderDenied denied -> true;
            case OrderRejected rejected -> true;
            case OrderFilled filled -> true;
            case OrderCanceled canceled -> true;
            case OrderResolved resolved -> resolved.resolution() != Resolution.FOUND;
            default -> false;
        };
    }

    private <E extends Message> List<E> all(Class<E> type) {
        return topic.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
