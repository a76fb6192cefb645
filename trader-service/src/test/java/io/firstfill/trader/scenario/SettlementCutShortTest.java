package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves that a kill between the two records of a settlement loses neither the settlement nor the position. */
class SettlementCutShortTest {
    private static final Map<String, String> SETTINGS = Map.of("firstfill.trader.reconcile.resolve-limit", "PT5S");

    @Test
    void aSettlementWhoseEndWasNotWrittenIsCarriedOutByTheNextProcess() {
        EngineFixture fixture = new EngineFixture(SETTINGS);
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        Instant past = fixture.now().minusSeconds(60);
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(past), Messages.unresolved(past))
                .open();
        SettleOrder command = new SettleOrder(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.OPERATOR,
                Messages.ORDER,
                Quantity.of("40"),
                Amount.of("20"),
                "seen in the account");
        fixture.receive(command);
        OrderResolved written = fixture.published(OrderResolved.class).getLast();
        assertThat(written.resolution()).isEqualTo(Resolution.SETTLED);
        fixture.close();

        try (EngineFixture next = new EngineFixture(SETTINGS, fixture.time, fixture.exchange)) {
            next.past(Messages.trading(), Messages.started(), Messages.submitted(past), Messages.unresolved(past))
                    .past(command, written)
                    .open();
            next.time.runDue();

            assertThat(next.published(OrderCanceled.class)).hasSize(1);
            assertThat(next.published(PositionOpened.class)).hasSize(1);
        }
    }
}
