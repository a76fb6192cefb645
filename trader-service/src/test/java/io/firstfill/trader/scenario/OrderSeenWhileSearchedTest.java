package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that an order is looked up until it ends, also where something is learned of it during a search. */
class OrderSeenWhileSearchedTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** The stream says no more after its first push: only look-ups can find the end. */
    @Test
    void anOrderThatIsSeenWhileItIsSearchedForIsLookedUpUntilItEnds() {
        CompletableFuture<OrderQueryResult> search = new CompletableFuture<>();
        fixture.exchange.answer = () -> Uni.createFrom().item(new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"));
        fixture.exchange.lookUp = new OrderQueryResult.Absent();
        AtomicBoolean searched = new AtomicBoolean();
        fixture.exchange.pendingSearch = Uni.createFrom().completionStage(() -> {
            searched.set(true);
            return search;
        });
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.await(searched::get, "search");

        fixture.exchange.lookUp = new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, Status.OPEN, Quantity.of("10"), Amount.of("5")));
        fixture.pushes().pushed(new OrderPush(Messages.ORDER, null));
        fixture.time.runDue();
        search.complete(new OrderQueryResult.Absent());
        fixture.time.runDue();
        fixture.exchange.lookUp = FakeExchange.FILLED;

        assertThat(fixture.awaitOne(OrderFilled.class).filledQuantity()).isEqualTo(Quantity.of("100"));
    }
}
