package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one life of an order against one exchange, with at most one kill of the trader, and compares the topics with the
 * exchange.
 */
final class LifeRun {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final MessageCodec CODEC = MessageCodec.standard();

    private final OrderLife life;
    private final Map<String, String> settings;
    private final VirtualTime time = new VirtualTime();
    private final FakeExchange exchange = new FakeExchange(time);
    /** The records on the topics, of the trader and of the other services. */
    private final List<Message> topic = new ArrayList<>();

    private final Map<ClientOrderId, OrderRemembered> memory = new LinkedHashMap<>();
    private int killAt = NEVER;
    private boolean written;
    private int records;
    private @Nullable EngineFixture killed;
    private Comparator<Message> replay = (_, _) -> 0;
    private EngineFixture running;

    LifeRun(OrderLife life, Map<String, String> settings) {
        this.life = life;
        this.settings = settings;
        this.exchange.handlingOf = life::handling;
        this.running = engine();
    }

    /**
     * Kills the trader at one of its records.
     *
     * @param record number of the record at which the trader is killed, from 0
     * @param isWritten whether that record reaches its topic before the kill
     */
    LifeRun killAt(int record, boolean isWritten) {
        killAt = record;
        written = isWritten;
        return this;
    }

    boolean wasKilled() {
        return killed != null;
    }

    /**
     * Replays the topics in another order than that of the messages: topics are replayed beside one another.
     *
     * @param isFirst whether the events of orders come before all other messages, or after them
     */
    LifeRun replayOrders(boolean isFirst) {
        replay = Comparator.comparing(message -> (message instanceof OrderEvent) != isFirst);
        return this;
    }

    /** Runs the life for a length of virtual time, with a successor if the trader is killed. */
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
        if (time.runUntil(() -> killed != null, Duration.between(time.now(), end))) {
            running.close();
            memory.putAll(running.memory);
            running = engine();
            running.past(Stream.concat(topic.stream(), running.memory.values().stream())
                            .sorted(replay)
                            .map(LifeRun::throughTheCodec)
                            .toArray(Message[]::new))
                    .open();
        }
        time.advanceTo(end);
        running.close();
        return this;
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
    }

    private Uni<Void> write(EngineFixture writer, Message event) {
        return event instanceof OrderEvent || event instanceof RunEvent
                ? write(writer, () -> topic.add(event))
                : write(writer);
    }

    private Uni<Void> write(EngineFixture writer) {
        return writer == killed ? never() : Uni.createFrom().voidItem();
    }

    /** Writes a record, at which the trader may be killed. */
    private Uni<Void> write(EngineFixture writer, Runnable append) {
        if (writer == killed) {
            return never();
        }
        boolean kills = killed == null && records == killAt;
        if (!kills || written) {
            append.run();
        }
        records += kills ? 0 : 1;
        killed = kills ? writer : killed;
        return kills ? never() : Uni.createFrom().voidItem();
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
