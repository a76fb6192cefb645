package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.id.PermitId;
import io.firstfill.trader.order.OrderQueryResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wherever a trader dies, the next one ends with one order at most at the exchange, and with facts that say what it did. */
class CrashPointTest {
    private static final Map<String, String> SHORT = Map.of("firstfill.trader.visibility-delay", "PT0.1S");
    private static final PermitId SECOND = PermitId.derivedFrom("second permit");

    /** What is on the topics, whoever wrote it. */
    private final List<Message> topic = new CopyOnWriteArrayList<>();

    private final StageVenue exchange = new StageVenue();
    private @Nullable DeskStage alive;

    @AfterEach
    void close() {
        if (alive != null) {
            alive.close();
        }
    }

    @Test
    void armedBeforeTheRequest() {
        Instant opening = Instant.now().plusMillis(2_500);
        dieWhen(signal(opening), () -> has(OrderArmed.class));

        comeBack();

        await().atMost(Duration.ofSeconds(5)).until(() -> has(OrderSubmitted.class));
        assertThat(Instant.now()).isAfter(opening.minusMillis(50));
        assertThatItWasBoughtOnce();
    }

    @Test
    void submittedBeforeTheRequest() {
        DeskStage first = firstLife();
        first.topic = fact -> fact instanceof OrderSubmitted ? durableUnanswered(fact) : durable(fact);
        dieWhen(first, signal(null), () -> has(OrderSubmitted.class));
        assertThat(exchange.placed).isEmpty();

        comeBack();

        await().atMost(Duration.ofSeconds(8)).until(() -> has(PermitReturned.class));
        assertThat(one(OrderResolved.class).resolution()).isEqualTo(Resolution.ABSENT);
        assertThat(one(PermitReturned.class).permitId()).isEqualTo(Scene.PERMIT);
        assertThat(exchange.placed).isEmpty();
    }

    @Test
    void firedBeforeItsSubmissionIsTold() {
        Instant opening = Instant.now().plusMillis(700);
        DeskStage first = firstLife();
        first.topic = fact -> fact instanceof OrderSubmitted ? never() : durable(fact);
        dieWhen(first, signal(opening), () -> !exchange.placed.isEmpty());
        assertThat(has(OrderSubmitted.class)).isFalse();

        comeBack();

        assertThatItWasFoundBeforeTheOpening();
        assertThatItWasBoughtOnce();
    }

    @Test
    void sentBeforeTheAnswer() {
        exchange.answer = CrashPointTest::never;
        dieWhen(signal(null), () -> !exchange.placed.isEmpty());

        comeBack();

        assertThatItWasFoundBeforeTheOpening();
        assertThatItWasBoughtOnce();
    }

    @Test
    void answeredBeforeThatIsTold() {
        DeskStage first = firstLife();
        List<Message> lost = new CopyOnWriteArrayList<>();
        first.topic = fact -> {
            if (fact instanceof OrderAccepted) {
                lost.add(fact);
                return never();
            }
            return durable(fact);
        };
        dieWhen(first, signal(null), () -> !lost.isEmpty());

        comeBack();

        assertThatItWasFoundBeforeTheOpening();
        assertThatItWasBoughtOnce();
    }

    @Test
    void acceptedBeforeItsFillIsKnown() {
        dieWhen(signal(null), () -> has(OrderAccepted.class));
        assertThat(has(OrderFilled.class)).isFalse();

        comeBack();

        assertThat(has(OrderFilled.class)).isTrue();
        assertThatItWasBoughtOnce();
    }

    private DeskStage firstLife() {
        List<Message> scene = List.of(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT));
        DeskStage first = stage().past(scene.toArray(Message[]::new)).open();
        topic.addAll(scene);
        return first;
    }

    private Message signal(@Nullable Instant opening) {
        Instant from = opening == null ? Instant.now() : opening;
        return Scene.signal(Scene.LISTING, opening, from.plusSeconds(1));
    }

    private void dieWhen(Message signal, BooleanSupplier moment) {
        dieWhen(firstLife(), signal, moment);
    }

    private void dieWhen(DeskStage first, Message signal, BooleanSupplier moment) {
        topic.add(signal);
        first.receive(signal);
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(2)).until(moment::getAsBoolean);
        first.close();
        exchange.answer = StageVenue::taken;
        exchange.lookUp = exchange.placed.isEmpty() ? new OrderQueryResult.Absent() : StageVenue.FILLED;
    }

    /** With another permit in hand, which must not tempt it. Returns when it has opened. */
    private void comeBack() {
        PermitGranted another = Scene.granted(SECOND);
        List<Message> past = new ArrayList<>(topic);
        past.add(another);
        topic.add(another);
        stage().past(past.toArray(Message[]::new)).open();
    }

    private DeskStage stage() {
        DeskStage stage = new DeskStage(SHORT, exchange);
        stage.topic = this::durable;
        alive = stage;
        return stage;
    }

    private Uni<Void> durable(Message fact) {
        topic.add(fact);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> durableUnanswered(Message fact) {
        topic.add(fact);
        return never();
    }

    private static <T> Uni<T> never() {
        return Uni.createFrom().completionStage(new CompletableFuture<>());
    }

    /** Reconciled first: it is told by the time the desk is open. */
    private void assertThatItWasFoundBeforeTheOpening() {
        assertThat(one(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
        assertThat(has(OrderFilled.class)).isTrue();
    }

    private void assertThatItWasBoughtOnce() {
        exchange.lookUp = StageVenue.FILLED;
        await().atMost(Duration.ofSeconds(5)).until(() -> has(PositionOpened.class));
        OrderFilled filled = one(OrderFilled.class);
        assertThat(filled.clientOrderId()).isEqualTo(Scene.ORDER);
        assertThat(filled.exchangeOrderId().value()).isEqualTo("stage");
        assertThat(exchange.placed).containsExactly(Scene.ORDER);
        assertThat(topic.stream().filter(PermitReturned.class::isInstance)).isEmpty();
    }

    private boolean has(Class<? extends Message> type) {
        return topic.stream().anyMatch(type::isInstance);
    }

    private <E extends Message> E one(Class<E> type) {
        List<E> found = topic.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
