package io.firstfill.trader.state;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Listings;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.listing.PendingSignals;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Fills;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.PermitPool;
import io.firstfill.trader.permit.Permits;
import io.firstfill.trader.permit.ReachedCaps;
import io.firstfill.trader.position.PositionBook;
import io.firstfill.trader.run.PendingSuspensions;
import io.firstfill.trader.run.RunBook;
import io.firstfill.trader.run.Runs;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one environment's engine, rebuilt from the topics at every start. It is the only owner of that memory:
 * {@link #apply} changes it by one message, in the same way on replay and live, right after the engine has decided an
 * event and before the event is durable. All others ask through {@link Runs}, {@link Permits}, {@link Listings} and
 * {@link Orders}.
 *
 * <p>What no event carries is added by {@link #plan}, {@link #refine} and {@link #again}; a crash loses it, and the
 * events are then read as if the worst were true. Confined to the event loop.
 */
public final class EngineState {
    private final RunBook runs = new RunBook();
    private final PermitPool permits = new PermitPool();
    private final PendingSignals listings = new PendingSignals();
    private final OrderBook orders = new OrderBook();
    private final Fills fills = new Fills();
    private final Implications implications = new Implications();
    private final PendingSuspensions suspensions = new PendingSuspensions();
    private final ReachedCaps caps = new ReachedCaps();
    private final Quarantine quarantine = new Quarantine();
    private final TradingStates tradingStates = new TradingStates();
    private final RememberedOrders remembered = new RememberedOrders();
    private final Commitments commitments = new Commitments();
    private final SettledOrders settled = new SettledOrders();
    private final OrderChanges changes = new OrderChanges(
            runs, permits, listings, orders, fills, implications, commitments, settled, remembered);
    private final PositionBook positions = new PositionBook();

    /**
     * Changes the memory by one message, whoever wrote it. One that is read twice changes nothing.
     *
     * @param at when the message was read or decided, by our clock
     */
    public void apply(Message message, Instant at) {
        suspensions.apply(message);
        caps.apply(message);
        positions.apply(message);
        switch (message) {
            case StopRun stop -> runs.stop(stop);
            case SettleOrder settle -> settled.asked(settle, orders.find(settle.clientOrderId()));
            case RunStarted started -> runs.started(started);
            case ConfigurationApplied applied -> runs.applied(applied);
            case RunSuspended suspended -> runs.suspended(suspended.runId(), suspended.reason());
            case RunResumed resumed -> runs.resumed(resumed.runId());
            case RunStopped stopped -> runs.stopped(stopped.runId());
            case ListingSignal signal -> changes.signaled(signal, at);
            case ListingRescheduled moved -> changes.rescheduled(moved);
            case ListingWithdrawn gone -> listings.withdrawn(gone);
            case ListingQualified qualified -> listings.qualified(qualified);
            case ChangeListingTerms command -> listings.commanded(command);
            case ListingTermsChanged changed -> listings.termsChanged(changed);
            case PermitGranted granted -> permits.granted(granted);
            case PermitRevoked revoked ->
                permits.revoked(revoked.permitId(), revoked.meta().occurredAt());
            case AcknowledgeRecord command -> quarantine.acknowledgedBy(command);
            case RecordAcknowledged event -> quarantine.acknowledged(event.place());
            case SetTradingState command -> tradingStates.commanded(command);
            case TradingStateChanged changed -> tradingStates.changed(changed);
            case OrderRemembered remembered -> remembered(remembered, at);
            case PermitReturned returned -> changes.returned(returned);
            case PositionOpened opened -> changes.position(opened);
            case PositionChanged changed -> {
                fills.apply(changed);
                changes.position(changed);
            }
            case OrderStep step -> changes.stepped(step);
            default -> {}
        }
    }

    /** The order's events are applied as if read from their own topic, where they may be too old to be replayed. */
    private void remembered(OrderRemembered record, Instant at) {
        remembered.replayed(record);
        record.events().forEach(event -> apply(event, at));
    }

    /** An attempt this process is about to publish, with the terms its events do not carry. */
    public void plan(Buy buy) {
        orders.plan(buy);
    }

    /**
     * More is known of an order than its events say, such as the validity of its last request; without effect once it
     * ended.
     */
    public void refine(BuyState state) {
        orders.find(state.buy().clientOrderId())
                .filter(known -> known.getClass() == state.getClass())
                .ifPresent(known -> orders.put(state));
    }

    /** A further attempt at a listing; empty when its signal is not known any more. */
    public Optional<PendingSignal> again(ListingKey key, UnaryOperator<PendingSignal> change) {
        return listings.again(key, change);
    }

    /** Drops a signal that was answered so long ago that the answer is not replayed any more. */
    public void drop(ListingKey key, Instant now) {
        listings.drop(key, now);
    }

    /** The implied events that must still be published; each is handed out once. */
    public List<Message> takeImplied() {
        return positions.completed(
                implications.take(), run -> runs.exitPlan(run).isPresent());
    }

    /** Drops what is too old to matter. Not done at each decision, because an order waits for those. */
    public void forget(Instant now) {
        orders.forget(now);
        permits.forget(now);
        listings.forget(now);
        implications.forget(now);
        settled.forget(now);
        commitments.forget(now);
        Set<RunId> open = new HashSet<>();
        orders.all().forEach(order -> open.add(order.buy().runId()));
        Predicate<RunId> over = run -> runs.isOver(run) && !open.contains(run) && !positions.hasOpen(run);
        fills.forget(over);
        remembered.forget(over);
        positions.forget(over);
    }

    RememberedOrders remembered() {
        return remembered;
    }

    public Runs runs() {
        return runs;
    }

    public Permits permits() {
        return permits;
    }

    public Listings listings() {
        return listings;
    }

    public Orders orders() {
        return orders;
    }

    /** The position after the fee of an order that has ended; empty where the fee is known already. */
    public Optional<PositionChanged> withoutFee(OrderStep end, Venue.Fee fee) {
        return fills.fee(end, fee).map(positions::net);
    }

    /** The ends of orders that have bought something, in runs that go on. */
    public List<OrderStep> boughtBy() {
        return remembered.ends();
    }

    public PositionBook positions() {
        return positions;
    }

    public SettledOrders settlements() {
        return settled;
    }

    /** Spent by all ended attempts of the run to buy the listing. */
    public Amount spent(RunId run, ListingId listing) {
        return fills.spent(run, listing);
    }

    /** Refusals that suspend a run and whose RunSuspended is not known. */
    public PendingSuspensions suspensions() {
        return suspensions;
    }

    /** The caps that leave the run no permit. */
    public List<CapReached> reachedCaps(RunId run) {
        return caps.of(run);
    }

    /** The amounts that a balance stated by the exchange may not be without yet. */
    public Commitments commitments() {
        return commitments;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    /** Null until risk-service has published a state: nothing is bought before. */
    public @Nullable TradingState tradingState() {
        return tradingStates.effective();
    }
}
