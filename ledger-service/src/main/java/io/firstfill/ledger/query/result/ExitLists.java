package io.firstfill.ledger.query.result;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ApiList.Accepted;
import io.firstfill.ledger.query.ItemKey;
import java.util.Arrays;

/** The lists of exits and of the orders that sell. */
public final class ExitLists {
    public static final ApiList<ExitItem> EXITS = new ApiList<>(
            "exit",
            ExitItem.class,
            "exitId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("OPEN", "SOLD", "DUST", "NOTHING_LEFT", "CANCELED", "FAILED")
                    .andRun()
                    .andPair()
                    .andKinds(Arrays.stream(ExitCause.values()).map(Enum::name).toArray(String[]::new)));
    public static final ApiList<SellItem> SELLS = new ApiList<>(
            "sell",
            SellItem.class,
            "clientOrderId",
            ItemKey.CLIENT_ORDER_ID,
            Accepted.statuses(
                            "SUBMITTED",
                            "ACCEPTED",
                            "PARTIALLY_FILLED",
                            "FILLED",
                            "REJECTED",
                            "CANCELED",
                            "UNRESOLVED",
                            "ABSENT")
                    .andRun()
                    .andPair());

    private ExitLists() {}
}
