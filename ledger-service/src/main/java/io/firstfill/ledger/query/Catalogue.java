package io.firstfill.ledger.query;

import java.util.List;

/**
 * A list that can be read.
 *
 * @param name of the database view {@code api_<name>}
 * @param key the field that names one item
 * @param statuses accepted as a filter; empty where items have none
 */
public record Catalogue<T>(
        String name, Class<T> item, String key, List<String> statuses, boolean byRun, boolean byPair) {
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

    public static final Catalogue<ConfigurationItem> CONFIGURATIONS =
            new Catalogue<>("configuration", ConfigurationItem.class, "configurationId", List.of(), false, false);
    /** Keyed by {@code <configuration>/<version>}. */
    public static final Catalogue<ConfigurationItem> VERSIONS =
            new Catalogue<>("configuration_version", ConfigurationItem.class, "sort_key", List.of(), false, false);

    public static final Catalogue<RunItem> RUNS = new Catalogue<>(
            "run",
            RunItem.class,
            "runId",
            List.of("ACTIVE", "SUSPENDED", "STOPPING", "STOPPED", "REJECTED"),
            true,
            false);
    public static final Catalogue<ListingItem> LISTINGS = new Catalogue<>(
            "listing", ListingItem.class, "listingId", List.of("ANNOUNCED", "OPENED", "WITHDRAWN"), false, true);
    public static final Catalogue<OrderItem> ORDERS =
            new Catalogue<>("order", OrderItem.class, "clientOrderId", ORDER_STATUSES, true, true);
    public static final Catalogue<OrderItem> TRADES =
            new Catalogue<>("trade", OrderItem.class, "clientOrderId", ORDER_STATUSES, true, true);
    public static final Catalogue<PositionItem> POSITIONS =
            new Catalogue<>("position", PositionItem.class, "positionId", List.of("OPEN", "CLOSED"), true, true);
    public static final Catalogue<PermitItem> PERMITS = new Catalogue<>(
            "permit", PermitItem.class, "permitId", List.of("GRANTED", "USED", "REVOKED", "RETURNED"), true, false);
    public static final Catalogue<AlertItem> ALERTS =
            new Catalogue<>("alert", AlertItem.class, "alertId", List.of("OPEN", "CLEARED"), true, false);
}
