package io.firstfill.benchmark.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.firstfill.benchmark.result.ListingResult.Arrival;
import io.firstfill.benchmark.schedule.PlannedListing;
import io.firstfill.benchmark.time.Micros;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Polling;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exchange's log and the ledger's records, once, when all listings have opened, and joins them to one result
 * a listing.
 */
public final class ResultCollector {
    private static final Map<TimelinePoint, String> TIMELINE_FIELDS = Map.of(
            TimelinePoint.OPENING, "openingTime",
            TimelinePoint.DETECTED, "detectedAt",
            TimelinePoint.SIGNALED, "signaledAt",
            TimelinePoint.CONSUMED, "consumedAt",
            TimelinePoint.FIRED, "firedAt",
            TimelinePoint.DURABLE, "submittedAt",
            TimelinePoint.WRITTEN, "writtenAt",
            TimelinePoint.ANSWERED, "answeredAt",
            TimelinePoint.FILLED, "filledAt");

    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);

    private final Map<String, List<JsonObject>> arrivals;
    private final Map<String, JsonObject> exchangeListings;
    private final Map<String, List<JsonObject>> orders;
    private final Map<String, JsonObject> recordedListings;

    private ResultCollector(SimulatorClient exchange, GatewayClient ledger) {
        arrivals = exchange.arrivals().stream().collect(groupingBy(each -> each.getString("symbol", "")));
        exchangeListings = byKey(exchange.listings(), "symbol");
        orders = ledger.everyItem("/orders?environment=paper").stream()
                .collect(groupingBy(each -> each.getString("pair")));
        recordedListings = byKey(ledger.everyItem("/listings?environment=paper"), "pair");
    }

    /** Waits up to 10 s until the last listing's fill is in the ledger, then collects the results of all listings. */
    public static List<ListingResult> collect(
            List<PlannedListing> schedule, SimulatorClient exchange, GatewayClient ledger) {
        var _ = Polling.tryFor(
                RECORDED_WITHIN, () -> isFilled(schedule.getLast(), ledger) ? Optional.of(true) : Optional.empty());
        ResultCollector collector = new ResultCollector(exchange, ledger);
        return schedule.stream().map(collector::result).toList();
    }

    private static boolean isFilled(PlannedListing listing, GatewayClient ledger) {
        return ledger.ledger("/orders?environment=paper&pair=" + listing.pair()).expect(200).items().stream()
                .anyMatch(order -> "FILLED".equals(order.getString("status")));
    }

    private static Map<String, JsonObject> byKey(List<JsonObject> items, String key) {
        return items.stream().collect(toMap(item -> item.getString(key), Function.identity(), (one, other) -> other));
    }

    private ListingResult result(PlannedListing listing) {
        List<Arrival> requests = arrivals.getOrDefault(listing.symbol(), List.of()).stream()
                .map(ResultCollector::arrival)
                .toList();
        JsonObject order = order(listing);
        return new ListingResult(listing, status(listing, order), requests, timeline(listing, requests, order));
    }

    private static Arrival arrival(JsonObject entry) {
        Long afterOpen = entry.getLong("microsAfterOpen");
        return new Arrival(
                entry.getLong("receivedMicros"),
                afterOpen == null ? 0 : afterOpen,
                entry.getInteger("code"),
                entry.getString("orderId"));
    }

    /** The order attempt that the exchange accepted, else the last attempt, which the ledger lists first. */
    private @Nullable JsonObject order(PlannedListing listing) {
        List<JsonObject> attempts = orders.getOrDefault(listing.pair(), List.of());
        return attempts.stream()
                .filter(order -> order.getString("exchangeOrderId") != null)
                .findFirst()
                .or(attempts.stream()::findFirst)
                .orElse(null);
    }

    private String status(PlannedListing listing, @Nullable JsonObject order) {
        if (order != null) {
            return joined(order.getString("status"), order.getString("reason"), order.getString("detail"));
        }
        JsonObject recorded = recordedListings.get(listing.pair());
        if (recorded == null) {
            return exchangeListings.containsKey(listing.symbol())
                    ? "NOT SEEN by the scanner"
                    : "NOT LISTED at the exchange";
        }
        JsonArray decisions = recorded.getJsonArray("decisions", new JsonArray());
        return decisions.isEmpty()
                ? joined("NO SIGNAL", recorded.getString("verdict"), String.valueOf(recorded.getValue("reasons")))
                : decision(decisions.getJsonObject(decisions.size() - 1));
    }

    private static String decision(JsonObject last) {
        return joined(last.getString("outcome"), last.getString("reason"), last.getString("detail"));
    }

    private static String joined(@Nullable String status, @Nullable String reason, @Nullable String detail) {
        StringBuilder text = new StringBuilder(String.valueOf(status));
        for (String more : new @Nullable String[] {reason, detail}) {
            if (more != null) {
                text.append(' ').append(more);
            }
        }
        return text.toString();
    }

    private Map<TimelinePoint, Long> timeline(
            PlannedListing listing, List<Arrival> requests, @Nullable JsonObject order) {
        Map<TimelinePoint, Long> points = new EnumMap<>(TimelinePoint.class);
        JsonObject recorded = order == null ? null : order.getJsonObject("timeline");
        if (recorded != null) {
            TIMELINE_FIELDS.forEach((point, field) -> {
                String at = recorded.getString(field);
                if (at != null) {
                    points.put(point, Micros.of(Instant.parse(at)));
                }
            });
        }
        Long opened = exchangeListings
                .getOrDefault(listing.symbol(), new JsonObject())
                .getLong("trueOpenMicros");
        if (opened != null) {
            points.put(TimelinePoint.TRUE_OPEN, opened);
        }
        requests.stream()
                .filter(Arrival::accepted)
                .findFirst()
                .ifPresent(accepted -> points.put(TimelinePoint.RECEIVED, accepted.receivedMicros()));
        return points;
    }
}
