package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the end of an attempt says whether another one follows: risk counts failed listings, not attempts. */
class FollowedAttemptsTest {
    private static final PlaceAnswer STYLE =
            new PlaceAnswer.Refused(400, 30018, "no market order", new Reaction.SwitchStyle());
    private static final PlaceAnswer FINAL = new PlaceAnswer.Refused(400, 30004, "no", new Reaction.GiveUp());

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anEndWithNothingBoughtSaysWhetherAnotherAttemptFollows() {
        fixture.exchange.market = buy -> new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, Status.CANCELED, Quantity.of("0"), Amount.of("0")));

        buy(OrderStyle.MARKET_THEN_IOC, 2);

        fixture.await(() -> fixture.published(OrderCanceled.class).size() == 2, "both attempts");
        fixture.time.advance(Duration.ofSeconds(20));
        assertThat(fixture.published(OrderCanceled.class))
                .extracting(OrderCanceled::furtherAttempt)
                .containsExactly(true, null);
    }

    @ParameterizedTest
    @CsvSource({"FILLED, 25, true", "FILLED, 45, ", "CANCELED, 25, true", "CANCELED, 45, "})
    void anEndThatBoughtSaysWhetherAnotherAttemptBuysTheRest(Status end, String spent, @Nullable Boolean followed) {
        fixture.exchange.market = buy -> new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, end, Quantity.of("80"), Amount.of(spent)));

        buy(OrderStyle.IOC_CAPPED, 2);

        fixture.time.advance(Duration.ofSeconds(20));
        List<@Nullable Boolean> ends = new ArrayList<>();
        fixture.published(OrderFilled.class).forEach(filled -> ends.add(filled.furtherAttempt()));
        fixture.published(OrderCanceled.class).forEach(canceled -> ends.add(canceled.furtherAttempt()));
        assertThat(ends.getFirst()).isEqualTo(followed);
        assertThat(fixture.exchange.signed).hasSize(followed == null ? 1 : 2);
        assertThat(ends.getLast()).isNull();
    }

    @Test
    void aRefusalSaysWhetherAnotherAttemptFollows() {
        fixture.exchange.answer = () -> Uni.createFrom().item(fixture.exchange.placed.size() == 1 ? STYLE : FINAL);

        buy(OrderStyle.MARKET_THEN_IOC, 2);

        fixture.await(() -> fixture.published(OrderRejected.class).size() == 2, "both attempts");
        assertThat(fixture.published(OrderRejected.class))
                .extracting(OrderRejected::furtherAttempt)
                .containsExactly(true, null);
    }

    @Test
    void aRefusalOfTheOnlyStyleSaysThatNoneFollows() {
        fixture.exchange.answer = () -> Uni.createFrom().item(STYLE);

        buy(OrderStyle.MARKET, 2);

        assertThat(fixture.awaitOne(OrderRejected.class).furtherAttempt()).isNull();
    }

    @Test
    void anAttemptThatWasToFollowAndDoesNotIsDenied() {
        fixture.exchange.answer = () -> Uni.createFrom().item(STYLE);

        buy(OrderStyle.MARKET_THEN_IOC, 1);

        assertThat(fixture.awaitOne(OrderRejected.class).furtherAttempt()).isTrue();
        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.NO_PERMIT);
        assertThat(denied.listingId()).isEqualTo(Messages.LISTING);
    }

    private void buy(OrderStyle style, int permits) {
        fixture.past(Messages.trading(), Messages.started(style, "0.6"));
        for (int number = 0; number < permits; number++) {
            fixture.past(Messages.granted(PermitId.derivedFrom("permit of this test", number)));
        }
        fixture.open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                Messages.signal(
                        Messages.LISTING, Messages.PAIR, null, fixture.now().plusSeconds(5)));
    }
}
