package io.firstfill.ledger.web.result;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellPartiallyFilled;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.exit.SellTimeline;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.ledger.LedgerFixture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one position of a fixture's run, as the trader writes them. */
final class PositionMessages {
    final LedgerFixture fixture;
    final Pair pair;
    final PositionId id;

    PositionMessages(LedgerFixture fixture, String base) {
        this.fixture = fixture;
        this.pair = Pair.of(base + "/USDT");
        this.id = PositionId.derivedFrom(fixture.run, pair);
    }

    PositionOpened opened(Instant at, String quantity, String cost) {
        return new PositionOpened(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                Quantity.of(quantity),
                Amount.of(cost),
                Price.of("1"),
                PositionHolder.OPERATOR);
    }

    /** The fee of the buy: a part of what it bought, and others. */
    PositionChanged fee(Instant at, String left, String cost, String inBase, Map<Asset, Amount> others) {
        return changed(at, left, cost, fixture.order(pair.hashCode()), Quantity.of(inBase), others, null, null);
    }

    PositionChanged sold(Instant at, String left, String cost, String sold, String proceeds) {
        return changed(at, left, cost, null, null, null, Quantity.of(sold), Amount.of(proceeds));
    }

    private PositionChanged changed(
            Instant at,
            String left,
            String cost,
            @Nullable ClientOrderId order,
            @Nullable Quantity inBase,
            @Nullable Map<Asset, Amount> others,
            @Nullable Quantity sold,
            @Nullable Amount proceeds) {
        return new PositionChanged(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                Quantity.of(left),
                Amount.of(cost),
                Price.of("1"),
                order,
                inBase,
                others,
                sold,
                proceeds);
    }

    PositionClosed closed(Instant at, String proceeds, PositionEnd reason, String left) {
        return new PositionClosed(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                Amount.of(proceeds),
                reason,
                Quantity.of(left),
                null);
    }

    ExitTriggered triggered(Instant at, ExitCause cause, @Nullable String price, String quantity) {
        return new ExitTriggered(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                cause,
                cause == ExitCause.TAKE_PROFIT ? 0 : null,
                price == null ? null : Price.of(price),
                price == null ? null : Price.of(price),
                price == null ? null : at.minusMillis(2),
                Quantity.of(quantity));
    }

    ExitEnded ended(ExitTriggered exit, Instant at, ExitEnd end, String left) {
        return new ExitEnded(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                exit.meta().id(),
                end,
                Quantity.of(left),
                null);
    }

    SellSubmitted submitted(ExitTriggered exit, Instant at, int attempt, String quantity) {
        return new SellSubmitted(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                order(exit, attempt),
                exit.meta().id(),
                attempt,
                OrderType.MARKET,
                Quantity.of(quantity),
                null,
                at.plusSeconds(2),
                new SellTimeline(exit.pricedAt(), at.minusMillis(1), at, null, null, null, null, null));
    }

    SellPartiallyFilled partly(
            ExitTriggered exit, Instant at, int attempt, String quantity, String amount, Map<Asset, Amount> fees) {
        return new SellPartiallyFilled(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                order(exit, attempt),
                exit.meta().id(),
                ExchangeOrderId.of("S" + attempt),
                Quantity.of(quantity),
                Amount.of(amount),
                average(quantity, amount),
                fees,
                timeline(exit, at));
    }

    SellFilled filled(
            ExitTriggered exit, Instant at, int attempt, String quantity, String amount, Map<Asset, Amount> fees) {
        return new SellFilled(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                id,
                pair,
                order(exit, attempt),
                exit.meta().id(),
                ExchangeOrderId.of("S" + attempt),
                Quantity.of(quantity),
                Amount.of(amount),
                average(quantity, amount),
                fees,
                timeline(exit, at));
    }

    PositionsMarked marked(Instant at, String bid) {
        Mark mark = new Mark(
                id,
                pair,
                Price.of(bid),
                at,
                false,
                Price.of(bid),
                List.of(new NextTrigger(ExitCause.STOP_LOSS, null, Price.of("0.1"))));
        return new PositionsMarked(LedgerFixture.meta(at), fixture.environment, List.of(mark));
    }

    ClientOrderId order(ExitTriggered exit, int attempt) {
        return ClientOrderId.ofSell(id, exit.meta().id(), attempt);
    }

    static Map<Asset, Amount> in(String asset, String amount) {
        return Map.of(Asset.of(asset), Amount.of(amount));
    }

    private static Price average(String quantity, String amount) {
        return new Price(new BigDecimal(amount).divide(new BigDecimal(quantity), 12, RoundingMode.HALF_UP));
    }

    /** Requests of a sell take: 1 ms until it is durable, 1 ms each to be signed and written, 5 ms to be answered. */
    private static SellTimeline timeline(ExitTriggered exit, Instant at) {
        Instant triggered = exit.meta().occurredAt();
        return new SellTimeline(
                exit.pricedAt(),
                triggered,
                triggered.plusMillis(1),
                triggered.plusMillis(2),
                triggered.plusMillis(3),
                triggered.plusMillis(8),
                at,
                null);
    }
}
