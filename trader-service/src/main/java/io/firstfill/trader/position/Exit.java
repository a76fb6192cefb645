package io.firstfill.trader.position;

import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.trader.order.Held;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exit of a position: what it is to sell, and its attempts. Confined to the event loop. */
public final class Exit {
    private final MessageId id;
    private final Map<ClientOrderId, SellState> sells = new LinkedHashMap<>();
    /** Sold by each order, and what that brought before fees. */
    private final Map<ClientOrderId, Held> sold = new LinkedHashMap<>();

    private final Map<ClientOrderId, List<SellStep>> steps = new LinkedHashMap<>();
    private @Nullable ExitTriggered trigger;
    private @Nullable ExitEnded end;
    private @Nullable SellStep lastEnd;
    private int attempts;
    private int failures;
    private int refusedStyles;
    private int refusedDecimals;
    private int refusedPrices;

    Exit(MessageId id) {
        this.id = id;
    }

    void apply(ExitTriggered event) {
        trigger = event;
    }

    void apply(ExitEnded event) {
        end = event;
    }

    void apply(SellStep step) {
        ClientOrderId order = step.clientOrderId();
        if (step instanceof SellSubmitted submitted) {
            attempts = Math.max(attempts, submitted.attempt());
            sells.putIfAbsent(order, SellState.of(submitted));
        }
        keep(step);
        sells.computeIfPresent(order, (same, state) -> state.after(step));
        Held filled = SellSteps.filled(step);
        sold.merge(order, filled, (before, now) -> now.quantity().compareTo(before.quantity()) > 0 ? now : before);
        if (SellSteps.isEnd(step)) {
            ended(step, sold.getOrDefault(order, Held.NOTHING));
        }
    }

    private void ended(SellStep step, Held filled) {
        lastEnd = step;
        failures = filled.isNothing() ? failures + 1 : 0;
        if (step instanceof SellRejected refused) {
            refusedStyles += refused.rejection() == Rejection.STYLE_REFUSED ? 1 : 0;
            refusedDecimals += refused.code() == ExitCodes.TOO_MANY_DECIMALS ? 1 : 0;
            refusedPrices += refused.code() == ExitCodes.NO_VALID_PRICE ? 1 : 0;
        }
    }

    /** A later event of a type replaces the one before. */
    private void keep(SellStep step) {
        List<SellStep> known = steps.computeIfAbsent(step.clientOrderId(), order -> new ArrayList<>());
        known.removeIf(earlier -> earlier.getClass() == step.getClass());
        known.add(step);
    }

    /** More is known of an attempt than its events say. */
    void refine(SellState state) {
        sells.computeIfPresent(state.clientOrderId(), (order, known) -> known.isEnded() ? known : state);
    }

    public MessageId id() {
        return id;
    }

    /** Empty where the event that triggered the exit is not known any more: it only counts what it sold. */
    public Optional<ExitTriggered> trigger() {
        return Optional.ofNullable(trigger);
    }

    public boolean isOpen() {
        return trigger != null && end == null;
    }

    /** The attempt that has not ended; one at a time. */
    public Optional<SellState> underWay() {
        return sells.values().stream().filter(state -> !state.isEnded()).findFirst();
    }

    Optional<SellState> find(ClientOrderId order) {
        return Optional.ofNullable(sells.get(order));
    }

    public Held sold() {
        return sold.values().stream().reduce(Held.NOTHING, Held::plus);
    }

    /** What is still to be sold of the exit's quantity. */
    public BigDecimal wanted() {
        BigDecimal whole = trigger == null ? BigDecimal.ZERO : trigger.quantity().value();
        return whole.subtract(sold().quantity().value()).max(BigDecimal.ZERO);
    }

    public int attempts() {
        return attempts;
    }

    /** Attempts in a row that have sold nothing. */
    public int failures() {
        return failures;
    }

    public int refusedDecimals() {
        return refusedDecimals;
    }

    public int refusedPrices() {
        return refusedPrices;
    }

    /** Returns whether a person asked for orders with a price, or the exchange has refused one without. */
    public boolean wantsPrice() {
        return refusedStyles > 0 || (trigger != null && trigger.style() == CloseStyle.IOC);
    }

    /** When the last attempt ended; {@link Instant#MIN} before. */
    public Instant lastEndedAt() {
        return lastEnd == null ? Instant.MIN : lastEnd.meta().occurredAt();
    }

    /** The refusal by which the last attempt ended. */
    public Optional<SellRejected> lastRefusal() {
        return lastEnd instanceof SellRejected refused ? Optional.of(refused) : Optional.empty();
    }

    /** The ends of the orders that have sold something. */
    List<SellStep> ends() {
        return steps.values().stream()
                .flatMap(List::stream)
                .filter(SellSteps::isEnd)
                .filter(step -> !SellSteps.filled(step).isNothing())
                .toList();
    }

    /** The events from which the exit follows; of attempts that have sold nothing the last one only. */
    List<ExitEvent> remembered() {
        List<ExitEvent> events = new ArrayList<>();
        trigger().ifPresent(events::add);
        steps.forEach((order, known) -> {
            boolean matters = !sold.getOrDefault(order, Held.NOTHING).isNothing()
                    || find(order).filter(state -> !state.isEnded()).isPresent()
                    || (lastEnd != null && isOpen() && lastEnd.clientOrderId().equals(order));
            if (matters) {
                events.addAll(known);
            }
        });
        Optional.ofNullable(end).ifPresent(events::add);
        return events;
    }
}
