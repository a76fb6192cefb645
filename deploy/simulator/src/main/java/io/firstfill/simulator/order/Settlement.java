package io.firstfill.simulator.order;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.account.Balances;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviour.FeeAsset;
import io.firstfill.simulator.book.Match;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.market.Pair;
import java.math.BigDecimal;

/**
 * Settles a match: moves both assets between the two accounts. Only fees leave the two accounts; they go to the house
 * account for fees.
 */
final class Settlement {

    private final Accounts accounts;
    private final OrderArchive archive;
    private long executions;

    Settlement(Accounts accounts, OrderArchive archive) {
        this.accounts = accounts;
        this.archive = archive;
    }

    void settle(Match match, Pair pair, Behaviour behaviour, ClockReading now) {
        executions++;
        settleSide(match, match.taker(), pair, behaviour, now);
        settleSide(match, match.maker(), pair, behaviour, now);
    }

    private void settleSide(Match match, Order order, Pair pair, Behaviour behaviour, ClockReading now) {
        Account account = accounts.ofOrder(order.terms().account());
        boolean maker = order == match.maker();
        boolean buys = order.terms().side() == Side.BUY;
        BigDecimal rate = (maker ? behaviour.makerFee() : behaviour.takerFee())
                .min(order.terms().feeRate());
        boolean feeInBase = buys && behaviour.feeAsset() == FeeAsset.BASE;
        BigDecimal fee = (feeInBase ? match.quantity() : match.amount()).multiply(rate);
        String feeAsset = feeInBase ? pair.base() : pair.quote();

        BigDecimal paid = buys ? match.amount() : match.quantity();
        BigDecimal received = buys ? match.quantity() : match.amount();
        BigDecimal feeFromLocked = buys && !feeInBase ? fee : BigDecimal.ZERO;
        BigDecimal lockedForMatch = order.terms().lockFor(match.quantity(), match.amount());
        String assetPaid = buys ? pair.quote() : pair.base();

        Balances balances = account.balances();
        balances.spend(assetPaid, paid.add(feeFromLocked));
        balances.release(assetPaid, lockedForMatch.subtract(paid).subtract(feeFromLocked));
        balances.receive(
                buys ? pair.base() : pair.quote(), received.subtract(fee).add(feeFromLocked));
        accounts.fees().balances().credit(feeAsset, fee);
        if (!account.isHouse()) {
            archive.add(fill(match, order, fee, feeAsset, now));
        }
    }

    private Fill fill(Match match, Order order, BigDecimal fee, String feeAsset, ClockReading now) {
        long lag =
                archive.byId(order.terms().id()).map(PlacedOrder::fillLagMicros).orElse(0L);
        boolean selfTrade =
                match.maker().terms().account().equals(match.taker().terms().account());
        return new Fill(
                "%019dX%d".formatted(505_979_017_439_000_000L + executions, order == match.maker() ? 0 : 1),
                order.terms().id(),
                order.terms().clientOrderId(),
                order.terms().account(),
                order.terms().symbol(),
                order.terms().side(),
                match.price(),
                match.quantity(),
                fee,
                feeAsset,
                order == match.maker(),
                selfTrade,
                now.serverMillis(),
                now.machineMicros() + lag);
    }
}
