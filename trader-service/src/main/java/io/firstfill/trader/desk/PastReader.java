package io.firstfill.trader.desk;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rebuilds a desk's memory from the past. Causes nothing. */
final class PastReader {
    /** Assumed where a run's configuration is not known any more: as long as policy allows. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(1);

    private final DeskState state;
    /** A fact may stand on the topic twice: an end or a return told before a repetition still holds. */
    private final Set<ClientOrderId> ended = new HashSet<>();

    private final Set<PermitId> returned = new HashSet<>();
    private final Set<PermitId> revoked = new HashSet<>();

    PastReader(DeskState state) {
        this.state = state;
    }

    void read(Message message, Instant now) {
        switch (message) {
            case StopRun stop -> state.runs.stop(stop);
            case RunStarted started -> state.runs.started(started);
            case ConfigurationApplied applied -> state.runs.applied(applied);
            case RunSuspended suspended -> state.runs.suspended(suspended.runId(), suspended.reason());
            case RunResumed resumed -> state.runs.resumed(resumed.runId());
            case RunStopped stopped -> state.runs.stopped(stopped.runId());
            case ListingSignal signal -> state.listings.signaled(signal, now);
            case ListingRescheduled moved -> state.listings.rescheduled(moved);
            case ListingWithdrawn gone -> state.listings.withdrawn(gone);
            case ListingQualified qualified -> state.listings.qualified(qualified);
            case PermitGranted granted -> state.wallet.granted(granted);
            case PermitRevoked gone -> revoked(gone.permitId());
            case TradingStateChanged changed -> state.tradingState(changed.state());
            case PermitReturned returned -> returned(returned);
            case OrderStep step -> step(step);
            default -> skip();
        }
    }

    private static void skip() {}

    /** Also where an order has it already: whether that had left is not known here. */
    boolean isRevoked(PermitId permit) {
        return revoked.contains(permit);
    }

    private void revoked(PermitId permit) {
        revoked.add(permit);
        state.wallet.revoked(permit);
    }

    /** An armed buy whose permit came back was disarmed: its listing waits again. */
    private void returned(PermitReturned returned) {
        this.returned.add(returned.permitId());
        state.wallet.gone(returned.permitId(), returned.meta().occurredAt());
        state.buys().stream()
                .filter(BuyState.Armed.class::isInstance)
                .filter(armed -> armed.buy().permitId().equals(returned.permitId()))
                .forEach(armed -> state.put(new BuyState.Ended(armed.buy())));
    }

    private void step(OrderStep step) {
        state.fills.learn(step);
        if (ended.contains(step.clientOrderId())) {
            return;
        }
        switch (step) {
            case OrderArmed armed -> armed(armed);
            case OrderSubmitted submitted -> submitted(submitted);
            case OrderAccepted accepted -> accepted(accepted);
            case OrderUnresolved unresolved -> unresolved(unresolved);
            case OrderPartiallyFilled partly -> decided(partly);
            case OrderResolved resolved -> {
                if (resolved.resolution() != Resolution.FOUND) {
                    ended(resolved);
                }
            }
            case OrderDenied denied -> ended(denied);
            case OrderRejected rejected -> ended(rejected);
            case OrderFilled filled -> ended(filled);
            case OrderCanceled canceled -> ended(canceled);
        }
    }

    private void armed(OrderArmed event) {
        if (returned.contains(event.permitId())
                || state.listings.isDecided(new ListingKey(event.runId(), event.listingId()))) {
            return;
        }
        state.wallet.gone(event.permitId(), event.meta().occurredAt());
        Optional<Waiting> waiting = state.listings.find(new ListingKey(event.runId(), event.listingId()));
        Instant deadline =
                waiting.map(Waiting::deadline).orElse(event.openingTime().plus(probeWindow(event)));
        Timeline times = waiting.map(known -> Times.of(known.signal(), event.openingTime(), known.consumedAt()))
                .orElseGet(() -> Times.unknown(event.meta().occurredAt()));
        int attempt = waiting.map(Waiting::attempt).orElse(1);
        Buy buy = buy(event, event.permitId(), event.quoteAmount(), attempt, deadline, times);
        state.put(new BuyState.Armed(buy, event.openingTime()));
    }

    private void submitted(OrderSubmitted event) {
        decided(event);
        if (state.buy(event.clientOrderId()).filter(PastReader::isFurther).isPresent()) {
            return;
        }
        state.wallet.gone(event.permitId(), event.meta().occurredAt());
        Duration window = recvWindow(event);
        Instant deadline = event.validUntil().minus(window);
        Buy buy = buy(event, event.permitId(), event.quoteAmount(), event.attempt(), deadline, event.timeline());
        state.put(new BuyState.Submitted(buy, 0, null));
    }

    private void accepted(OrderAccepted event) {
        decided(event);
        state.buy(event.clientOrderId())
                .ifPresent(known -> state.put(new BuyState.Accepted(
                        known.buy().with(event.timeline()), event.exchangeOrderId(), event.probes(), Quantity.ZERO)));
    }

    private void unresolved(OrderUnresolved event) {
        decided(event);
        state.buy(event.clientOrderId())
                .map(known -> timed(known.buy(), event.timeline()))
                .ifPresent(buy -> state.put(new BuyState.Unresolved(buy, 0, buy.lastValidity())));
    }

    private static Buy timed(Buy buy, @Nullable Timeline told) {
        return told == null ? buy : buy.with(told);
    }

    private static boolean isFurther(BuyState known) {
        return known instanceof BuyState.Accepted || known instanceof BuyState.Unresolved;
    }

    private void ended(OrderStep event) {
        decided(event);
        ended.add(event.clientOrderId());
        state.buy(event.clientOrderId()).ifPresent(known -> state.put(new BuyState.Ended(known.buy())));
    }

    private void decided(OrderEvent event) {
        if (event instanceof OrderStep step) {
            state.listings.decided(new ListingKey(step.runId(), step.listingId()));
        }
    }

    /** Its terms are only a stand-in: an order of the past is looked up, and a capped one that is armed is armed anew. */
    private Buy buy(OrderStep event, PermitId permit, Amount amount, int attempt, Instant deadline, Timeline timeline) {
        Meta cause = event.meta();
        return new Buy(
                event.environment(),
                event.runId(),
                event.listingId(),
                event.pair(),
                event.clientOrderId(),
                attempt,
                permit,
                amount,
                new Terms.Market(amount),
                deadline,
                recvWindow(event),
                cause,
                timeline);
    }

    private Duration recvWindow(OrderStep event) {
        return state.runs
                .open(event.runId())
                .map(run -> run.configuration().recvWindow())
                .orElse(LONGEST_WINDOW);
    }

    private Duration probeWindow(OrderStep event) {
        return state.runs
                .open(event.runId())
                .map(run -> run.configuration().probeWindow())
                .orElse(Duration.ofMinutes(1));
    }
}
