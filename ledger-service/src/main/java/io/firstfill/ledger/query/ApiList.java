package io.firstfill.ledger.query;

import io.firstfill.contract.value.AlertKind;
import java.util.Arrays;
import java.util.List;

/**
 * One list of the read API.
 *
 * @param name of the database view {@code api_<name>} that holds the items, and of the view {@code list_<name>} that
 *     holds their order
 * @param key the field that identifies one item
 * @param keyType how the key is written
 * @param filters beside environment and time
 */
public record ApiList<T>(String name, Class<T> item, String key, ItemKey keyType, Accepted filters) {

    /**
     * The filters that a list accepts.
     *
     * @param statuses accepted values; empty where items have no status
     * @param kinds accepted values; empty where items have no kind
     */
    public record Accepted(List<String> statuses, boolean byRun, boolean byPair, List<String> kinds, boolean byReason) {
        public static final Accepted NONE = new Accepted(List.of(), false, false, List.of(), false);

        public static Accepted statuses(String... statuses) {
            return new Accepted(List.of(statuses), false, false, List.of(), false);
        }

        public Accepted andRun() {
            return new Accepted(statuses, true, byPair, kinds, byReason);
        }

        public Accepted andPair() {
            return new Accepted(statuses, byRun, true, kinds, byReason);
        }

        public Accepted andKinds(String... accepted) {
            return new Accepted(statuses, byRun, byPair, List.of(accepted), byReason);
        }

        public Accepted andReason() {
            return new Accepted(statuses, byRun, byPair, kinds, true);
        }
    }

    private static final Accepted ORDER_FILTERS = Accepted.statuses(
                    "ARMED",
                    "DENIED",
                    "SUBMITTED",
                    "ACCEPTED",
                    "PARTIALLY_FILLED",
                    "FILLED",
                    "REJECTED",
                    "CANCELED",
                    "UNRESOLVED",
                    "ABSENT")
            .andRun()
            .andPair()
            .andKinds("scheduled", "surprise")
            .andReason();

    public static final ApiList<ConfigurationItem> CONFIGURATIONS = new ApiList<>(
            "configuration", ConfigurationItem.class, "configurationId", ItemKey.UNIQUE_ID, Accepted.NONE);

    public static final ApiList<RunItem> RUNS = new ApiList<>(
            "run",
            RunItem.class,
            "runId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("ACTIVE", "SUSPENDED", "STOPPING", "STOPPED", "REJECTED")
                    .andRun());
    public static final ApiList<ListingItem> LISTINGS = new ApiList<>(
            "listing",
            ListingItem.class,
            "listingId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("ANNOUNCED", "OPENED", "WITHDRAWN").andPair());
    public static final ApiList<OrderItem> ORDERS =
            new ApiList<>("order", OrderItem.class, "clientOrderId", ItemKey.CLIENT_ORDER_ID, ORDER_FILTERS);
    public static final ApiList<OrderItem> TRADES =
            new ApiList<>("trade", OrderItem.class, "clientOrderId", ItemKey.CLIENT_ORDER_ID, ORDER_FILTERS);
    public static final ApiList<PositionItem> POSITIONS = new ApiList<>(
            "position",
            PositionItem.class,
            "positionId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("OPEN", "CLOSED").andRun().andPair());
    public static final ApiList<PermitItem> PERMITS = new ApiList<>(
            "permit",
            PermitItem.class,
            "permitId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("GRANTED", "USED", "REVOKED", "RETURNED").andRun());
    public static final ApiList<AlertItem> ALERTS = new ApiList<>(
            "alert",
            AlertItem.class,
            "alertId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("OPEN", "CLEARED")
                    .andRun()
                    .andKinds(Arrays.stream(AlertKind.values()).map(Enum::name).toArray(String[]::new)));

    public List<String> statuses() {
        return filters.statuses();
    }

    public boolean byRun() {
        return filters.byRun();
    }

    public boolean byPair() {
        return filters.byPair();
    }
}
