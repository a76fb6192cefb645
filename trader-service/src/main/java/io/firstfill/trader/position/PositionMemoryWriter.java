package io.firstfill.trader.position;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.memory.PositionRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the positions that have a plan or an exit on the memory's topic. A record is written only while all events of
 * its position are durable, so that a successor knows none that no other reader can have. One record is under way at a
 * time; one that fails is written again. Confined to the event loop.
 */
public final class PositionMemoryWriter {
    private static final Logger LOG = Logger.getLogger(PositionMemoryWriter.class);

    /** What a record says of a position. */
    record Content(
            List<OrderEvent> orders,
            List<ExitEvent> exits,
            @Nullable ExitPlan plan,
            @Nullable Price highest) {
        static Content of(PositionRemembered record) {
            return new Content(record.orderEvents(), record.exitEvents(), record.plan(), record.highest());
        }

        static Content of(Position position) {
            return new Content(
                    position.rememberedOrders(),
                    position.rememberedExits(),
                    position.plan().orElse(null),
                    position.highest().orElse(null));
        }
    }

    private final PositionBook positions;
    private final PositionMemory memory;
    private final EventLoop loop;
    private final TradingLease lease;
    /** Positions of which an event is not durable yet, with the number of those. */
    private final Map<PositionId, Integer> held = new HashMap<>();

    private boolean writing;

    public PositionMemoryWriter(
            PositionBook positions, PositionMemory memory, EventLoop loop, TradingLease lease) {
        this.positions = positions;
        this.memory = memory;
        this.loop = loop;
        this.lease = lease;
    }

    /** The events have been applied and are not durable yet; returns the positions whose record waits for them. */
    public Set<PositionId> hold(List<? extends Message> events) {
        Set<PositionId> waiting = new HashSet<>();
        events.forEach(event -> positionOf(event).ifPresent(waiting::add));
        waiting.forEach(id -> held.merge(id, 1, Integer::sum));
        return waiting;
    }

    /** On the event loop: those events are durable, or will never be. */
    public void release(Set<PositionId> waiting) {
        waiting.forEach(id -> held.computeIfPresent(id, (position, count) -> count > 1 ? count - 1 : null));
    }

    private static Optional<PositionId> positionOf(Message event) {
        return switch (event) {
            case ExitEvent exit -> Optional.of(exit.positionId());
            case PositionOpened opened -> Optional.of(opened.positionId());
            case PositionChanged changed -> Optional.of(changed.positionId());
            case PositionClosed closed -> Optional.of(closed.positionId());
            default -> Optional.empty();
        };
    }

    /** To be called about once a second. */
    public void check() {
        if (writing || !lease.holds()) {
            return;
        }
        positions.all().stream()
                .filter(position -> !held.containsKey(position.id()) && isNews(position))
                .findFirst()
                .ifPresentOrElse(
                        this::write, () -> positions.forgotten().stream().findFirst().ifPresent(this::remove));
    }

    private boolean isNews(Position position) {
        Content now = Content.of(position);
        return !now.exits().isEmpty() && !now.equals(positions.written(position.id()).orElse(null));
    }

    private void write(Position position) {
        Content content = Content.of(position);
        Instant now = loop.now();
        PositionRemembered record = new PositionRemembered(
                Meta.first(MessageId.derivedFrom("PositionRemembered", position.id(), now), now),
                position.environment(),
                position.id(),
                content.orders(),
                content.exits(),
                content.plan(),
                content.highest());
        put(position.id(), memory.put(record), () -> positions.wrote(position.id(), content));
    }

    private void remove(PositionId id) {
        put(id, memory.remove(id), () -> positions.wrote(id, null));
    }

    private void put(PositionId id, Uni<Void> durable, Runnable then) {
        writing = true;
        durable.subscribe()
                .with(
                        done -> loop.execute(() -> {
                            writing = false;
                            then.run();
                            check();
                        }),
                        failure -> loop.execute(() -> {
                            writing = false;
                            LOG.errorf(failure, "Position not remembered, trying again: position=%s", id);
                        }));
    }
}
