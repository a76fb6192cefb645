package io.firstfill.trader.position;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One position: the coins of one pair that one run has bought, less those sold, with the exits that sell them. Events
 * may come twice and buys and sells in any order between the two. Confined to the event loop.
 */
public final class Position {
    private final PositionId id;
    private final EnvironmentId environment;
    private final RunId runId;
    private final Pair pair;
    private final Coins coins = new Coins();
    private final Map<MessageId, Exit> exits = new LinkedHashMap<>();
    private final Set<MessageId> seen = new HashSet<>();
    private @Nullable ListingId listing;
    private @Nullable ExitPlanned planned;
    private final ToldPosition told = new ToldPosition();
    private @Nullable Price highest;
    private Instant changedAt = Instant.MIN;
    /** The event that told of the last coins sold. */
    private @Nullable Meta soldBy;

    Position(PositionId id, EnvironmentId environment, RunId runId, Pair pair) {
        this.id = id;
        this.environment = environment;
        this.runId = runId;
        this.pair = pair;
    }

    void bought(OrderStep step, Held fill) {
        listing = step.listingId();
        if (coins.bought(step.clientOrderId(), fill)) {
            moved(step.meta().occurredAt());
        }
    }

    void apply(OrderEvent event) {
        told.apply(event, coins);
    }

    void apply(ExitEvent event) {
        if (!seen.add(event.meta().id())) {
            return;
        }
        switch (event) {
            case ExitPlanned plan -> planned = plan;
            case ExitTriggered trigger -> exit(trigger.meta().id()).apply(trigger);
            case ExitEnded end -> exit(end.exit()).apply(end);
            case SellStep step -> sold(step);
        }
    }

    private void sold(SellStep step) {
        exit(step.exit()).apply(step);
        if (coins.sold(step.clientOrderId(), SellSteps.filled(step))) {
            soldBy = step.meta();
            moved(step.meta().occurredAt());
        }
    }

    private void moved(Instant at) {
        changedAt = at.isAfter(changedAt) ? at : changedAt;
    }

    private Exit exit(MessageId exit) {
        return exits.computeIfAbsent(exit, Exit::new);
    }

    /** The highest bid since the first fill, as remembered. */
    void remembered(@Nullable Price bid) {
        highest = bid;
    }

    /** A higher bid than any before was read. */
    public void raise(Price bid) {
        highest = highest == null || bid.compareTo(highest) > 0 ? bid : highest;
    }

    public PositionId id() {
        return id;
    }

    public EnvironmentId environment() {
        return environment;
    }

    public RunId runId() {
        return runId;
    }

    public Pair pair() {
        return pair;
    }

    /** The listing that was bought last; empty while no buy of the position is known. */
    public Optional<ListingId> listing() {
        return Optional.ofNullable(listing);
    }

    /** All that was bought, less the fees taken of it, with its whole cost. */
    public Held bought() {
        return coins.bought();
    }

    /** The most decimals of a quantity that was bought. */
    public int boughtDecimals() {
        return coins.boughtDecimals();
    }

    /** All that was sold, with what it brought less the fees taken in quote. */
    public Held sold() {
        return coins.sold(pair.quote());
    }

    /** What is held by our books. */
    public Quantity left() {
        return coins.left();
    }

    /** Returns whether coins are held that no end of the position has written off. */
    public boolean isOpen() {
        return left().compareTo(told.writtenOff()) > 0;
    }

    /** Returns whether everything was sold and the end of the position has not been told. */
    public boolean lacksEnd() {
        return !told.isClosed() && left().isZero() && !coins.sold().isNothing();
    }

    /** The change by sells that is not told yet. */
    Optional<PositionChanged> lackingChange() {
        Meta cause = soldBy;
        boolean lacks = !coins.bought().isNothing() && coins.sold().quantity().compareTo(told.sold()) > 0;
        return cause != null && lacks ? Optional.of(PositionEvents.changed(this, cause)) : Optional.empty();
    }

    /** Returns whether anything was sold, or the position has ended. */
    public boolean hasSold() {
        return told.isClosed() || !coins.sold().isNothing();
    }

    /** The first fill; empty while it is not known. */
    public Optional<PositionOpened> opening() {
        return told.opened();
    }

    /** When the first fill was known; {@link Instant#MAX} while it is not. */
    public Instant openedAt() {
        return opening().map(first -> first.meta().occurredAt()).orElse(Instant.MAX);
    }

    /** When coins were last bought or sold. */
    public Instant changedAt() {
        return changedAt;
    }

    public Optional<ExitPlanned> planned() {
        return Optional.ofNullable(planned);
    }

    public Optional<ExitPlan> plan() {
        return planned().flatMap(known -> Optional.ofNullable(known.plan()));
    }

    public Optional<Price> highest() {
        return Optional.ofNullable(highest);
    }

    /** Returns whether the exit was triggered, whatever became of it. */
    public boolean knows(MessageId exit) {
        return Optional.ofNullable(exits.get(exit)).flatMap(Exit::trigger).isPresent();
    }

    /** Returns whether the plan was set, whatever replaced it since. */
    public boolean knowsPlan(MessageId plan) {
        return seen.contains(plan);
    }

    public List<Exit> exits() {
        return List.copyOf(exits.values());
    }

    /** Exits that have not ended, the oldest first. */
    public List<Exit> openExits() {
        return exits.values().stream().filter(Exit::isOpen).toList();
    }

    /** The sell that has not ended: at most one, so that no coin is offered twice. */
    public Optional<SellState> underWay() {
        return exits.values().stream().flatMap(exit -> exit.underWay().stream()).findFirst();
    }

    void refine(SellState state) {
        Optional.ofNullable(exits.get(state.submitted().exit())).ifPresent(exit -> exit.refine(state));
    }

    /** Fee of a sell not known yet, by the event of its end. */
    public List<SellStep> endsWithoutFee() {
        return exits.values().stream()
                .flatMap(exit -> exit.ends().stream())
                .filter(end -> !coins.knowsFee(end.clientOrderId()))
                .toList();
    }

    /** The events of the position itself that were told last. */
    List<OrderEvent> rememberedOrders() {
        return told.events();
    }

    /** The events from which plan, exits and sells follow. */
    List<ExitEvent> rememberedExits() {
        List<ExitEvent> events = new ArrayList<>();
        planned().ifPresent(events::add);
        exits.values().forEach(exit -> events.addAll(exit.remembered()));
        return events;
    }
}
