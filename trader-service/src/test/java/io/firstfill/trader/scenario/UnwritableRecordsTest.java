package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.service.json.UnwritableMessageException;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that a record that can never be written holds up no other, keeps no permit and is not left out in silence. */
class UnwritableRecordsTest {
    private static final ClientOrderId OTHER = ClientOrderId.derivedFrom(Messages.RUN, Messages.OTHER_LISTING, "b", 1);
    private static final OrderQueryResult EMPTY_HANDED = new OrderQueryResult.Found(
            new OrderSnapshot(FakeExchange.ORDER, Status.CANCELED, Quantity.of("0"), Amount.of("0")));

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<Throwable> failures() {
        return Stream.of(unwritable(), new IOException("the broker does not take this one"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anOrderThatTheMemoryCannotTakeHoldsUpNoOther(Throwable failure) {
        fixture.memoryFailures.put(Messages.ORDER, failure);
        buyTwo();

        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(fixture.memory).containsOnlyKeys(OTHER);
    }

    @Test
    void theOrderThatIsLeftOutIsStatedOnceUntilItCanBeWritten() {
        fixture.memoryFailures.put(Messages.ORDER, unwritable());
        buyTwo();
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(raised()).containsExactly(Messages.ORDER.value());
        assertThat(cleared()).isEmpty();

        fixture.memoryFailures.clear();
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.memory).containsOnlyKeys(Messages.ORDER, OTHER);
        assertThat(cleared()).containsExactly(Messages.ORDER.value());
    }

    @Test
    void theAlertEndsWithAnOrderThatNeedNotBeRemembered() {
        fixture.memoryFailures.put(Messages.ORDER, unwritable());
        buyTwo();
        fixture.time.advance(Duration.ofSeconds(1));

        fixture.exchange.lookUp = new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, Status.CANCELED, Quantity.of("0"), Amount.of("0")));
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.memory).isEmpty();
        assertThat(cleared()).containsExactly(Messages.ORDER.value());
    }

    @Test
    void aRecordWhoseWriterThrowsIsWrittenAgain() {
        AtomicInteger calls = new AtomicInteger();
        fixture.memoryTopic = append -> {
            if (calls.getAndIncrement() < 3) {
                throw new IllegalStateException("a bug of ours");
            }
            append.run();
            return Uni.createFrom().voidItem();
        };
        buyTwo();

        fixture.time.advance(Duration.ofSeconds(3));

        assertThat(fixture.memory).containsOnlyKeys(Messages.ORDER, OTHER);
    }

    @Test
    void anArmedBuyWhoseEventCanNeverBeWrittenGivesItsPermitBackAndIsNotSent() {
        fixture.topic = event -> event instanceof OrderArmed
                ? Uni.createFrom().failure(unwritable())
                : Uni.createFrom().voidItem();
        Instant opening = fixture.now().plusMillis(700);
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(OrderDenied.class))
                .extracting(OrderDenied::reason)
                .containsExactly(DenialReason.NOT_SENT);
        assertThat(fixture.published(PermitReturned.class))
                .extracting(PermitReturned::permitId)
                .containsExactly(Messages.PERMIT);
    }

    @Test
    void anOrderWhoseEndCanNeverBeWrittenIsNotRememberedForEver() {
        buyTwo();
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(fixture.memory).containsOnlyKeys(Messages.ORDER, OTHER);
        withholdEnds();

        fixture.exchange.lookUp = EMPTY_HANDED;
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.published(OrderCanceled.class)).isEmpty();
        assertThat(fixture.memory).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).hasSize(2);
    }

    @Test
    void anOrderOfThePastWhoseEndCanNeverBeWrittenDoesNotHoldUpTheOpening() {
        withholdEnds();
        fixture.exchange.lookUp = EMPTY_HANDED;
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.submitted(fixture.now()));
        Instant before = fixture.now();

        fixture.open();

        assertThat(Duration.between(before, fixture.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    private void withholdEnds() {
        fixture.topic = event -> event instanceof OrderCanceled
                ? Uni.createFrom().failure(unwritable())
                : Uni.createFrom().voidItem();
    }

    private void buyTwo() {
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(PermitId.derivedFrom("second permit")))
                .open();
        Instant deadline = fixture.now().plusSeconds(5);
        fixture.receive(
                Messages.signal(Messages.LISTING, null, deadline),
                Messages.signal(Messages.OTHER_LISTING, Pair.of("OTHR/USDT"), null, deadline));
    }

    private static UnwritableMessageException unwritable() {
        return new UnwritableMessageException("made up", null);
    }

    private List<String> raised() {
        return fixture.published(AlertRaised.class).stream()
                .filter(alert -> alert.kind() == AlertKind.UNREADABLE_MESSAGE)
                .map(AlertRaised::subject)
                .toList();
    }

    private List<String> cleared() {
        return fixture.published(AlertCleared.class).stream()
                .filter(alert -> alert.kind() == AlertKind.UNREADABLE_MESSAGE)
                .map(AlertCleared::subject)
                .toList();
    }
}
