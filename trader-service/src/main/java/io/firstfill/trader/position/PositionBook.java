package io.firstfill.trader.position;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.memory.PositionRemembered;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one environment, and the commands about them that are not carried out yet. Built from events, the
 * same ones live and on replay. Confined to the event loop.
 */
public final class PositionBook {
    private final Map<PositionId, Position> positions = new LinkedHashMap<>();
    private final Map<MessageId, Command> commands = new LinkedHashMap<>();
    private final Map<PositionId, PositionMemoryWriter.Content> written = new HashMap<>();
    private final Set<MessageId> carriedOut = new HashSet<>();

    public void apply(Message message) {
        switch (message) {
            case OrderFilled whole -> bought(whole, new Held(whole.filledQuantity(), whole.filledAmount()));
            case OrderCanceled part -> bought(part, new Held(part.filledQuantity(), part.filledAmount()));
            case PositionOpened event -> of(event.positionId(), event).apply(event);
            case PositionChanged event -> of(event.positionId(), event).apply(event);
            case PositionClosed event -> of(event.positionId(), event).apply(event);
            case ExitEvent event -> of(event).apply(event);
            case PositionRemembered record -> remembered(record);
            case ClosePosition command -> commanded(command);
            case SellEverything command -> commanded(command);
            case SetExitPlan command -> commanded(command);
            default -> {}
        }
    }

    private void bought(OrderStep step, Held fill) {
        if (!fill.isNothing()) {
            of(PositionId.derivedFrom(step.runId(), step.pair()), step).bought(step, fill);
        }
    }

    /** What the memory's topic says of the position. */
    Optional<PositionMemoryWriter.Content> written(PositionId id) {
        return Optional.ofNullable(written.get(id));
    }

    /** The record is durable; null where the topic holds none of the position any more. */
    void wrote(PositionId id, PositionMemoryWriter.@Nullable Content content) {
        if (content == null) {
            written.remove(id);
        } else {
            written.put(id, content);
        }
    }

    /** Positions that the memory's topic knows and that are over. */
    List<PositionId> forgotten() {
        return written.keySet().stream().filter(id -> !positions.containsKey(id)).toList();
    }

    private void remembered(PositionRemembered record) {
        written.put(record.positionId(), PositionMemoryWriter.Content.of(record));
        record.orderEvents().forEach(this::apply);
        record.exitEvents().forEach(this::apply);
        find(record.positionId()).ifPresent(position -> position.remembered(record.highest()));
    }

    private void commanded(Command command) {
        if (!carriedOut.contains(command.meta().id())) {
            commands.put(command.meta().id(), command);
        }
    }

    private Position of(PositionId id, OrderEvent event) {
        return positions.computeIfAbsent(
                id, key -> new Position(key, event.environment(), event.runId(), pair(event)));
    }

    private static Pair pair(OrderEvent event) {
        return switch (event) {
            case OrderStep step -> step.pair();
            case PositionOpened opened -> opened.pair();
            case PositionChanged changed -> changed.pair();
            case PositionClosed closed -> closed.pair();
            default -> throw new IllegalArgumentException("no event of a position: " + event.type());
        };
    }

    private Position of(ExitEvent event) {
        return positions.computeIfAbsent(
                event.positionId(), key -> new Position(key, event.environment(), event.runId(), event.pair()));
    }

    /** Hands out the commands that are not carried out, in the order they were given. */
    public List<Command> takeCommands() {
        List<Command> taken = List.copyOf(commands.values());
        carriedOut.addAll(commands.keySet());
        commands.clear();
        return taken;
    }

    public Optional<Position> find(PositionId id) {
        return Optional.ofNullable(positions.get(id));
    }

    public List<Position> all() {
        return List.copyOf(positions.values());
    }

    /** The positions that hold something, the oldest first. */
    public List<Position> open() {
        return positions.values().stream().filter(Position::isOpen).toList();
    }

    /** The sell of that id; empty where none is known. */
    public Optional<SellState> find(ClientOrderId order) {
        return positions.values().stream()
                .flatMap(position -> position.exits().stream())
                .flatMap(exit -> exit.find(order).stream())
                .findFirst();
    }

    /** More is known of a sell than its events say; without effect once it has ended. */
    public void refine(SellState state) {
        find(state.submitted().positionId()).ifPresent(position -> position.refine(state));
    }

    /** Returns whether the run has sold coins of the pair: it does not buy them again. */
    public boolean hasSold(RunId run, Pair pair) {
        return find(PositionId.derivedFrom(run, pair)).filter(Position::hasSold).isPresent();
    }

    /** Returns whether coins of the run are held, or a sell of it has not ended. */
    public boolean hasOpen(RunId run) {
        return positions.values().stream()
                .filter(position -> position.runId().equals(run))
                .anyMatch(position -> position.isOpen() || position.underWay().isPresent());
    }

    /** The change of a position by a buy, with what was sold of it meanwhile. */
    public PositionChanged net(PositionChanged event) {
        Held sold = find(event.positionId()).map(Position::sold).orElse(Held.NOTHING);
        return sold.isNothing() ? event : net(event, sold);
    }

    private static PositionChanged net(PositionChanged event, Held sold) {
        BigDecimal left = event.quantity().value().subtract(sold.quantity().value());
        return new PositionChanged(
                event.meta(),
                event.environment(),
                event.runId(),
                event.positionId(),
                event.pair(),
                new Quantity(left.max(BigDecimal.ZERO)),
                event.cost(),
                event.averagePrice(),
                event.clientOrderId(),
                event.feeQuantity(),
                event.otherFees(),
                sold.quantity(),
                sold.cost());
    }

    /**
     * The changes by sells that are not told yet, and the events that buys imply as sells and plans leave them.
     *
     * @param planned whether a run has an exit plan
     */
    public List<Message> completed(List<OrderEvent> implied, Predicate<RunId> planned) {
        List<Message> all = new ArrayList<>(lacking());
        implied.forEach(event -> all.add(
                switch (event) {
                    case PositionChanged change -> net(change);
                    case PositionOpened opened when planned.test(opened.runId()) -> opened.heldByPlan();
                    default -> event;
                }));
        return all;
    }

    /** The changes by sells that are not told yet; told once each. */
    public List<OrderEvent> lacking() {
        return positions.values().stream()
                .flatMap(position -> position.lackingChange().stream())
                .map(OrderEvent.class::cast)
                .toList();
    }

    /** Drops positions of those runs that have ended. */
    public void forget(Predicate<RunId> runs) {
        positions.values().removeIf(position -> runs.test(position.runId()));
    }
}
