package io.firstfill.trader.engine;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.order.OrderArmed;
import java.util.Comparator;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.OrderQueryResult;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one life of an order against one exchange, with at most one kill of the trader, and compares the topics with the
 * exchange.
 */
final class LifeRun {
    private static final int NEVER = Integer.MAX_VALUE;

    private final OrderLife life;
    private final Map<String, String> settings;
    private final VirtualTime time = new VirtualTime();
    private final FakeExchange exchange = new FakeExchange(time);
    /** The records on the topics, of the trader and of the other services. */
    private final List<Message> topic = new ArrayList<>();

    private int killAt = NEVER;
    private boolean written;
    private int records;
    private @Nullable EngineFixture killed;
    private Comparator<Message> replay = (one, other) -> 0;
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
            running = engine();
            running.past(topic.stream().sorted(replay).toArray(Message[]::new)).open();
        }
        time.advanceTo(end);
        running.close();
        return this;
    }

    /** Returns how many records of orders, permits, positions and runs the trader has written. */
    int records() {
        return records;
    }

    private EngineFixture engine() {
        EngineFixture engine = new EngineFixture(settings, time, exchange);
        engine.topic = event -> write(engine, event);
        return engine;
    }

    private void input(Message message) {
        topic.add(message);
        running.receive(message);
    }

    private Uni<Void> write(EngineFixture writer, Message event) {
        if (writer == killed) {
            return never();
        }
        if (event instanceof OrderEvent || event instanceof RunEvent) {
            if (killed == null && records == killAt) {
                killed = writer;
                if (written) {
                    add(event);
                }
                return never();
            }
            add(event);
        }
        return Uni.createFrom().voidItem();
    }

    private void add(Message event) {
        topic.add(event);
        records++;
    }

    private static Uni<Void> never() {
        return Uni.createFrom().completionStage(new CompletableFuture<>());
    }

    private static PermitGranted granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit " + number));
    }

    /**
     * Asserts that the position on the topic equals what the exchange filled, that every order has ended, and that a
     * permit is returned exactly where its order has bought nothing and is not with the operator.
     */
    void assertConsistent() {
        assertThat(position()).as("position on the topic").isEqualByComparingTo(bought());
        for (OrderSubmitted order : all(OrderSubmitted.class)) {
            assertThat(isEnded(order.clientOrderId())).as("ended: %s", types()).isTrue();
        }
        for (PermitGranted grant : all(PermitGranted.class)) {
            assertPermit(grant.permitId());
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
        if (!orders.isEmpty()) {
            assertThat(returned).as("returned: %s of %s", permit, types()).isEqualTo(paid.isEmpty() ? 1 : 0);
        }
    }

    /** The orders that an event names with the permit. */
    private List<ClientOrderId> orders(PermitId permit) {
        return all(OrderStep.class).stream()
                .filter(step -> switch (step) {
                    case OrderArmed armed -> armed.permitId().equals(permit);
                    case OrderSubmitted submitted -> submitted.permitId().equals(permit);
                    default -> false;
                })
                .filter(step -> !isDisarmed(step))
                .map(OrderStep::clientOrderId)
                .distinct()
                .toList();
    }

    /** Whether the order was armed with another permit or submitted with one after this event. */
    private boolean isDisarmed(OrderStep armed) {
        return armed instanceof OrderArmed first
                && all(OrderArmed.class).stream()
                        .anyMatch(later -> later.clientOrderId().equals(first.clientOrderId())
                                && !later.permitId().equals(first.permitId())
                                && topic.indexOf(later) > topic.indexOf(first));
    }

    private boolean mayHaveSpent(ClientOrderId id) {
        return isHandedOver(id) || (exchange.taken.containsKey(id) && bought(id).signum() > 0);
    }

    /** The number of permits that risk-service still counts as reserved. */
    private long reserved() {
        return all(PermitGranted.class).stream().map(PermitGranted::permitId).distinct().count()
                - all(PermitReturned.class).stream().map(PermitReturned::permitId).distinct().count();
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
    void assertLike(LifeRun whole) {
        if (exchange.taken.keySet().equals(whole.exchange.taken.keySet())) {
            assertThat(position()).isEqualByComparingTo(whole.position());
            assertThat(reserved()).as("reserved after %s", types()).isEqualTo(whole.reserved());
        }
        if (!life.later().isEmpty() || exchange.taken.keySet().equals(whole.exchange.taken.keySet())) {
            assertThat(outcomes()).as("order ends after %s", types()).isSubsetOf(whole.outcomesOrUnbought());
        }
    }

    private Set<String> outcomes() {
        return all(OrderStep.class).stream()
                .filter(LifeRun::isEnd)
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
                .anyMatch(LifeRun::isEnd);
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
