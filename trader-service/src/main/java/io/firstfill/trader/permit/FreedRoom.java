package io.firstfill.trader.permit;

import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;
import java.util.List;

/** Judges by the numbers of reached caps whether a returned permit leaves room for a larger one in its place. */
public final class FreedRoom {
    private FreedRoom() {}

    /**
     * Returns whether no cap would refuse the larger permit. While a cap is reached no permit is granted, so that what
     * is used can only have fallen since its numbers were stated.
     *
     * @param returned what the returned permit is known to cover
     * @param wanted what the larger one has to cover
     */
    public static boolean isEnough(List<CapReached> reached, Amount returned, Amount wanted) {
        return reached.stream().allMatch(cap -> isEnough(cap, returned, wanted));
    }

    private static boolean isEnough(CapReached cap, Amount returned, Amount wanted) {
        BigDecimal used = new BigDecimal(cap.used());
        BigDecimal limit = new BigDecimal(cap.limit());
        return switch (cap.cap()) {
            case TRADES_PER_HOUR, CONCURRENT_LISTINGS, OPEN_POSITIONS -> used.compareTo(limit) <= 0;
            case SPEND, SPEND_PER_DAY ->
                used.subtract(returned.value()).add(wanted.value()).compareTo(limit) <= 0;
            case LOSS_PER_DAY, CONSECUTIVE_FAILURES -> false;
        };
    }
}
