package io.firstfill.contract.exit;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.MessageId;
import org.jspecify.annotations.Nullable;

/** An event of one attempt to sell, which its client order id identifies. */
public sealed interface SellStep extends ExitEvent
        permits SellSubmitted,
                SellAccepted,
                SellRejected,
                SellPartiallyFilled,
                SellFilled,
                SellCanceled,
                SellUnresolved,
                SellResolved {
    ClientOrderId clientOrderId();

    /** The id of the {@link ExitTriggered} that the sell carries out. */
    MessageId exit();

    /** Null where the event has no timeline. */
    default @Nullable SellTimeline timeline() {
        return null;
    }
}
