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
import java.math.RoundingMode;

/**
 * Settles a match: moves both assets between the two accounts. Only fees leave the two accounts; they go to the house
 * account for fees.
 */
final class Settlement {

    private static final String MX = "MX";
    private static final int MX_SCALE = 8;

    /** What one side of a trade pays the exchange. */
    private record Fee(BigDecimal amount, String asset) {}

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
        Fee fee = fee(match, rate, buys, account, pair, behaviour);
        boolean deducted = fee.asset().equals(MX) && behaviour.feeAsset() == FeeAsset.MX;
        boolean fromLocked = buys && !deducted && fee.asset().equals(pair.quote());

        BigDecimal paid = buys ? match.amount() : match.quantity();
        BigDecimal received = buys ? match.quantity() : match.amount();
        BigDecimal feeFromLocked = fromLocked ? fee.amount() : BigDecimal.ZERO;
        BigDecimal feeFromReceived = deducted || fromLocked ? BigDecimal.ZERO : fee.amount();
        BigDecimal lockedForMatch = order.terms().lockFor(match.quantity(), match.amount());
        String assetPaid = buys ? pair.quote() : pair.base();

        Balances balances = account.balances();
        balances.spend(assetPaid, paid.add(feeFromLocked));
        balances.release(assetPaid, lockedForMatch.subtract(paid).subtract(feeFromLocked));
        balances.receive(buys ? pair.base() : pair.quote(), received.subtract(feeFromReceived));
        if (deducted) {
            balances.deduct(MX, fee.amount());
        }
        accounts.fees().balances().credit(fee.asset(), fee.amount());
        if (!account.isHouse()) {
            archive.add(fill(match, order, fee, now));
        }
    }

    /** Taken in MX only from an account that has enough of it, and then rounded up to the last decimal of MX. */
    private static Fee fee(
            Match match, BigDecimal rate, boolean buys, Account account, Pair pair, Behaviour behaviour) {
        BigDecimal inQuote = match.amount().multiply(rate);
        return switch (behaviour.feeAsset()) {
            case QUOTE -> new Fee(inQuote, pair.quote());
            case BASE -> buys ? new Fee(match.quantity().multiply(rate), pair.base()) : new Fee(inQuote, pair.quote());
            case MX -> {
                BigDecimal inMx = inQuote.divide(behaviour.mxPrice(), MX_SCALE, RoundingMode.UP);
                boolean enough = account.balances().of(MX).free().compareTo(inMx) >= 0;
                yield enough && inMx.signum() > 0 ? new Fee(inMx, MX) : new Fee(inQuote, pair.quote());
            }
        };
    }

    private Fill fill(Match match, Order order, Fee fee, ClockReading now) {
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
                fee.amount(),
                fee.asset(),
                order == match.maker(),
                selfTrade,
                now.serverMillis(),
                now.machineMicros() + lag);
    }
}
