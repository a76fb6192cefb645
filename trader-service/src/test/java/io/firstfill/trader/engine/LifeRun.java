package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one life of an order against one exchange, with any number of kills of the trader, each followed by a successor
 * at once.
 */
final class LifeRun {
    private static final MessageCodec CODEC = MessageCodec.standard();

    private final OrderLife life;
    private final Map<String, String> settings;
    private final VirtualTime time = new VirtualTime();
    private final FakeExchange exchange = new FakeExchange(time);
    /** The records on the topics, of the trader and of the other services. */
    private final List<Message> topic = new ArrayList<>();

    private final Map<ClientOrderId, OrderRemembered> memory = new LinkedHashMap<>();
    private final Deque<Kill> kills = new ArrayDeque<>();
    private final Set<EngineFixture> killed = new HashSet<>();
    private int records;
    private @Nullable Integer requestsAtHalt;
    private Comparator<Message> replay = (_, _) -> 0;
    private EngineFixture running;

    LifeRun(OrderLife life, Map<String, String> settings) {
        this.life = life;
        this.settings = settings;
        this.exchange.handlingOf = this::handle;
        this.running = engine();
    }

    /**
     * Kills the trader at one of its records, after the kills stated before.
     *
     * @param record number of the record at which the trader is killed, from 0; the records of a predecessor count, but
     *     those at which a predecessor was killed
     * @param isWritten whether that record reaches its topic before the kill
     */
    LifeRun killAt(int record, boolean isWritten) {
        kills.add(new Kill(record, isWritten));
        return this;
    }

    int kills() {
        return killed.size();
    }

    /** Whether every stated kill has come. */
    boolean wasKilled() {
        return kills.isEmpty();
    }

    private record Kill(int record, boolean written) {}

    /**
     * Replays the topics in another order than that of the messages: topics are replayed beside one another.
     *
     * @param isFirst whether the events of orders come before all other messages, or after them
     */
    LifeRun replayOrders(boolean isFirst) {
        replay = Comparator.comparing(message -> (message instanceof OrderEvent) != isFirst);
        return this;
    }

    /** Runs the life for a length of virtual time, with a successor whenever the trader is killed. */
    LifeRun run(Duration length) {
        Instant end = time.now().plus(length);
        List<Message> past = List.of(
                Messages.trading(),
                Messages.started(life.style(), life.style() == OrderStyle.MARKET ? null : "0.6"),
                granted(1),
                granted(2),
                granted(3),
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"));
        topic.addAll(past);
        running.past(past.toArray(Message[]::new)).open();
        life.later()
                .forEach((after, message) -> time.at(time.now().plus(after), () -> input(message.apply(time.now()))));
        Duration opensIn = life.opensIn();
        Instant opening = opensIn == null ? null : time.now().plus(opensIn);
        input(Messages.signal(Messages.LISTING, opening, (opening == null ? time.now() : opening).plusSeconds(5)));
        while (time.runUntil(() -> killed.contains(running), Duration.between(time.now(), end))) {
            succeed();
        }
        time.advanceTo(end);
        running.close();
        return this;
    }

    private void succeed() {
        running.close();
        memory.clear();
        memory.putAll(running.memory);
        running = engine();
        running.past(Stream.concat(topic.stream(), running.memory.values().stream())
                        .sorted(replay)
                        .map(LifeRun::throughTheCodec)
                        .toArray(Message[]::new))
                .beginOpening();
    }

    /** The exchange handles a request, and pushes what it then shows of the order. */
    private Handling handle(Buy buy) {
        life.pushes().forEach(delay -> time.at(time.now().plus(delay), () -> push(buy.clientOrderId())));
        return life.handling(buy);
    }

    private void push(ClientOrderId id) {
        if (running.isOpen() && exchange.taken.get(id) instanceof OrderQueryResult.Found found) {
            running.pushes().pushed(new OrderPush(id, found.snapshot()));
        }
    }

    /** The number of requests that the exchange had got when the halt had been read; null where there was no halt. */
    @Nullable Integer requestsAtHalt() {
        return requestsAtHalt;
    }

    /** What is left on the topics and at the exchange. */
    LifeOutcome outcome() {
        return new LifeOutcome(life, topic, exchange);
    }

    /** Returns how many records of orders, permits, positions and runs the trader has written. */
    int records() {
        return records;
    }

    private EngineFixture engine() {
        EngineFixture engine = new EngineFixture(settings, time, exchange);
        engine.memory.putAll(memory);
        engine.topic = event -> write(engine, event);
        engine.memoryTopic = append -> write(engine, append);
        return engine;
    }

    private void input(Message message) {
        topic.add(message);
        running.receive(message);
        if (message instanceof SetTradingState command && command.state() == TradingState.HALTED) {
            requestsAtHalt = exchange.placed.size();
        }
    }

    private Uni<Void> write(EngineFixture writer, Message event) {
        return event instanceof OrderEvent || event instanceof RunEvent
                ? write(writer, () -> topic.add(event))
                : write(writer);
    }

    private Uni<Void> write(EngineFixture writer) {
        return killed.contains(writer) ? never() : Uni.createFrom().voidItem();
    }

    /** Writes a record, at which the trader may be killed. */
    private Uni<Void> write(EngineFixture writer, Runnable append) {
        if (killed.contains(writer)) {
            return never();
        }
        Kill next = kills.peek();
        boolean isKilled = next != null && records == next.record();
        if (next == null || !isKilled || next.written()) {
            append.run();
        }
        if (isKilled) {
            kills.remove();
            killed.add(writer);
            return never();
        }
        records++;
        return Uni.createFrom().voidItem();
    }

    /** A successor reads what the codec makes of a record. */
    private static Message throughTheCodec(Message message) {
        try {
            return CODEC.read(Family.of(message).topic(), CODEC.write(message));
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static Uni<Void> never() {
        return Uni.createFrom().completionStage(new CompletableFuture<>());
    }

    private static PermitGranted granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit " + number));
    }
}
