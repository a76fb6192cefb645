package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderStep;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the number of an attempt from its order id, which is derived from that number. */
public final class Attempts {
    private static final Pattern BUY = Pattern.compile("ff-b([1-9]\\d{0,5})-.*");

    private Attempts() {}

    /** The number of the attempt that the event is about; 1 for an id that is not derived as ours are. */
    public static int of(OrderStep step) {
        Matcher id = BUY.matcher(step.clientOrderId().value());
        if (!id.matches()) {
            return 1;
        }
        int number = Integer.parseInt(id.group(1));
        ClientOrderId derived = ClientOrderId.derivedFrom(step.runId(), step.listingId(), "b", number);
        return derived.equals(step.clientOrderId()) ? number : 1;
    }
}
