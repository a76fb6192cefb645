package io.firstfill.trader.desk;

import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import java.time.Duration;

/** What follows an attempt that left nothing at the exchange, with proof: another one, bounded and with a name of its own. */
final class FurtherAttempts {
    private final DeskParts desk;
    private final Review review;

    FurtherAttempts(DeskParts desk, Review review) {
        this.desk = desk;
        this.review = review;
    }

    /** Nothing was bought, with proof, and a market order is what was not taken: the next attempt is a capped one. */
    void fallBack(Buy refused) {
        if (isLast(refused) || style(refused) != OrderStyle.MARKET_THEN_IOC) {
            return;
        }
        desk.state()
                .listings
                .againWithoutMarket(Arming.key(refused), desk.now())
                .ifPresent(next -> review.review(next.key()));
    }

    /** Refused with proof for its price: the next attempt asks for as much as the amount buys at the price stated. */
    void reprice(Buy refused, Price highest) {
        if (isLast(refused) || !(refused.terms() instanceof Terms.Capped)) {
            return;
        }
        desk.state()
                .listings
                .againUpTo(Arming.key(refused), desk.now(), highest)
                .ifPresent(next -> review.review(next.key()));
    }

    private boolean isLast(Buy buy) {
        return buy.attempt() >= desk.settings().maxAttempts();
    }

    private OrderStyle style(Buy buy) {
        return desk.state()
                .runs
                .open(buy.runId())
                .map(run -> run.configuration().orderStyle())
                .orElse(OrderStyle.MARKET);
    }

    /** The buy was refused with proof on an open market; the next attempt has its own name and needs its own permit. */
    void attemptAgain(Buy refused) {
        Duration backoff = desk.settings().retryBackoff().multipliedBy(1L << (refused.attempt() - 1));
        desk.state()
                .listings
                .again(Arming.key(refused), desk.now().plus(backoff))
                .ifPresent(next -> review.review(next.key()));
    }
}
