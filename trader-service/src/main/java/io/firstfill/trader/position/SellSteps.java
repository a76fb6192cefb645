package io.firstfill.trader.position;

import io.firstfill.contract.exit.SellCanceled;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellPartiallyFilled;
import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.trader.order.Held;

/** Reads the figures of the events of a sell. */
final class SellSteps {
    private SellSteps() {}

    /** What the order has sold so far, and what that brought before fees. */
    static Held filled(SellStep step) {
        return switch (step) {
            case SellPartiallyFilled part -> new Held(part.filledQuantity(), part.filledAmount());
            case SellFilled whole -> new Held(whole.filledQuantity(), whole.filledAmount());
            case SellCanceled rest -> new Held(rest.filledQuantity(), rest.filledAmount());
            default -> Held.NOTHING;
        };
    }

    /** Returns whether nothing more happens to the order. */
    static boolean isEnd(SellStep step) {
        return switch (step) {
            case SellRejected rejected -> true;
            case SellFilled whole -> true;
            case SellCanceled rest -> true;
            case SellResolved resolved -> resolved.resolution() == Resolution.ABSENT;
            default -> false;
        };
    }
}
