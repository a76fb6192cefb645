package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Match;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Behaviour.FeeAsset;
import java.math.BigDecimal;

/** Moves money and coins for a match. Only fees leave the two parties, and they go to the exchange's fee account. */
final class Settlement {

    private final Accounts accounts;
    private final OrderArchive archive;
    private long executions;

    Settlement(Accounts accounts, OrderArchive archive) {
        this.accounts = accounts;
        this.archive = archive;
    }

    void settle(Match match, Pair pair, Behaviour behaviour, Moment now) {
        executions++;
        settleSide(match, match.taker(), pair, behaviour, now);
        settleSide(match, match.maker(), pair, behaviour, now);
    }

    private void settleSide(Match match, Order order, Pair pair, Behaviour behaviour, Moment now) {
        Account account = accounts.named(order.terms().account());
        boolean maker = order == match.maker();
        boolean buys = order.terms().side() == Side.BUY;
        BigDecimal rate = (maker ? behaviour.makerFee() : behaviour.takerFee())
                .min(order.terms().feeRate());
        boolean feeInBase = buys && behaviour.feeAsset() == FeeAsset.BASE;
        BigDecimal fee = (feeInBase ? match.quantity() : match.amount()).multiply(rate);
        String feeAsset = feeInBase ? pair.base() : pair.quote();

        BigDecimal paid = buys ? match.amount() : match.quantity();
        BigDecimal received = buys ? match.quantity() : match.amount();
        BigDecimal feeFromLock = buys && !feeInBase ? fee : BigDecimal.ZERO;
        BigDecimal locked = order.terms().lockFor(match.quantity(), match.amount());
        String pays = buys ? pair.quote() : pair.base();

        Balances balances = account.balances();
        balances.spend(pays, paid.add(feeFromLock));
        balances.release(pays, locked.subtract(paid).subtract(feeFromLock));
        balances.receive(
                buys ? pair.base() : pair.quote(), received.subtract(fee).add(feeFromLock));
        accounts.fees().balances().credit(feeAsset, fee);
        if (!account.isHouse()) {
            archive.add(fill(match, order, fee, feeAsset, now));
        }
    }

    private Fill fill(Match match, Order order, BigDecimal fee, String feeAsset, Moment now) {
        long lag =
                archive.byId(order.terms().id()).map(PlacedOrder::fillLagMicros).orElse(0L);
        boolean self =
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
                self,
                now.serverMillis(),
                now.machineMicros() + lag);
    }
}
