package io.firstfill.ledger.query;

import java.util.List;

/**
 * One list of the read API.
 *
 * @param name of the database view {@code api_<name>} that holds the items, and of the view {@code list_<name>} that
 *     holds their order
 * @param key the field that identifies one item
 * @param keyType how the key is written
 * @param statuses accepted as a filter; empty where items have none
 * @param byRun whether the list can be filtered by run
 * @param byPair whether the list can be filtered by pair
 */
public record ApiList<T>(
        String name, Class<T> item, String key, ItemKey keyType, List<String> statuses, boolean byRun, boolean byPair) {
    private static final List<String> ORDER_STATUSES = List.of(
            "ARMED",
            "DENIED",
            "SUBMITTED",
            "ACCEPTED",
            "PARTIALLY_FILLED",
            "FILLED",
            "REJECTED",
            "CANCELED",
            "UNRESOLVED",
            "ABSENT");

    public static final ApiList<ConfigurationItem> CONFIGURATIONS = new ApiList<>(
            "configuration", ConfigurationItem.class, "configurationId", ItemKey.UNIQUE_ID, List.of(), false, false);

    public static final ApiList<RunItem> RUNS = new ApiList<>(
            "run",
            RunItem.class,
            "runId",
            ItemKey.UNIQUE_ID,
            List.of("ACTIVE", "SUSPENDED", "STOPPING", "STOPPED", "REJECTED"),
            true,
            false);
    public static final ApiList<ListingItem> LISTINGS = new ApiList<>(
            "listing",
            ListingItem.class,
            "listingId",
            ItemKey.UNIQUE_ID,
            List.of("ANNOUNCED", "OPENED", "WITHDRAWN"),
            false,
            true);
    public static final ApiList<OrderItem> ORDERS = new ApiList<>(
            "order", OrderItem.class, "clientOrderId", ItemKey.CLIENT_ORDER_ID, ORDER_STATUSES, true, true);
    public static final ApiList<OrderItem> TRADES = new ApiList<>(
            "trade", OrderItem.class, "clientOrderId", ItemKey.CLIENT_ORDER_ID, ORDER_STATUSES, true, true);
    public static final ApiList<PositionItem> POSITIONS = new ApiList<>(
            "position", PositionItem.class, "positionId", ItemKey.UNIQUE_ID, List.of("OPEN", "CLOSED"), true, true);
    public static final ApiList<PermitItem> PERMITS = new ApiList<>(
            "permit",
            PermitItem.class,
            "permitId",
            ItemKey.UNIQUE_ID,
            List.of("GRANTED", "USED", "REVOKED", "RETURNED"),
            true,
            false);
    public static final ApiList<AlertItem> ALERTS = new ApiList<>(
            "alert", AlertItem.class, "alertId", ItemKey.UNIQUE_ID, List.of("OPEN", "CLEARED"), true, false);
}
