package io.firstfill.local.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.firstfill.local.bench.Outcome.Arrival;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Patience;
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

/** The truth of the exchange and the word of the ledger, put together by listing. Asked for once, when all is over. */
final class Reading {
    private static final Map<Step, String> TIMELINE = Map.of(
            Step.OPENING, "openingTime",
            Step.DETECTED, "detectedAt",
            Step.SIGNALED, "signaledAt",
            Step.CONSUMED, "consumedAt",
            Step.FIRED, "firedAt",
            Step.DURABLE, "submittedAt",
            Step.WRITTEN, "writtenAt",
            Step.ANSWERED, "answeredAt",
            Step.FILLED, "filledAt");

    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);

    private final Map<String, List<JsonObject>> arrivals;
    private final Map<String, JsonObject> listings;
    private final Map<String, List<JsonObject>> orders;
    private final Map<String, JsonObject> sightings;

    private Reading(SimulatorClient exchange, GatewayClient ledger) {
        arrivals = exchange.arrivals().stream().collect(groupingBy(each -> each.getString("symbol", "")));
        listings = byKey(exchange.listings(), "symbol");
        orders = ledger.everyItem("/orders?environment=paper").stream()
                .collect(groupingBy(each -> each.getString("pair")));
        sightings = byKey(ledger.everyItem("/listings?environment=paper"), "pair");
    }

    static List<Outcome> of(List<Coming> timetable, SimulatorClient exchange, GatewayClient ledger) {
        var _ = Patience.tryFor(
                RECORDED_WITHIN, () -> filled(timetable.getLast(), ledger) ? Optional.of(true) : Optional.empty());
        Reading reading = new Reading(exchange, ledger);
        return timetable.stream().map(reading::outcome).toList();
    }

    private static boolean filled(Coming last, GatewayClient ledger) {
        return ledger.ledger("/orders?environment=paper&pair=" + last.pair()).expect(200).items().stream()
                .anyMatch(order -> "FILLED".equals(order.getString("status")));
    }

    private static Map<String, JsonObject> byKey(List<JsonObject> items, String key) {
        return items.stream().collect(toMap(item -> item.getString(key), Function.identity(), (one, other) -> other));
    }

    private Outcome outcome(Coming coming) {
        List<Arrival> requests = arrivals.getOrDefault(coming.symbol(), List.of()).stream()
                .map(Reading::arrival)
                .toList();
        JsonObject order = order(coming);
        return new Outcome(coming, result(coming, order), requests, steps(coming, requests, order));
    }

    private static Arrival arrival(JsonObject told) {
        Long afterOpen = told.getLong("microsAfterOpen");
        return new Arrival(
                told.getLong("receivedMicros"),
                afterOpen == null ? 0 : afterOpen,
                told.getInteger("code"),
                told.getString("orderId"));
    }

    /** The one the exchange took, else the last one. */
    private @Nullable JsonObject order(Coming coming) {
        List<JsonObject> attempts = orders.getOrDefault(coming.pair(), List.of());
        return attempts.stream()
                .filter(order -> order.getString("exchangeOrderId") != null)
                .findFirst()
                .or(attempts.stream()::findFirst)
                .orElse(null);
    }

    private String result(Coming coming, @Nullable JsonObject order) {
        if (order != null) {
            return worded(order.getString("status"), order.getString("reason"), order.getString("detail"));
        }
        JsonObject seen = sightings.get(coming.pair());
        if (seen == null) {
            return listings.containsKey(coming.symbol()) ? "NOT SEEN by the scanner" : "NOT LISTED at the exchange";
        }
        JsonArray decisions = seen.getJsonArray("decisions", new JsonArray());
        return decisions.isEmpty()
                ? worded("NO SIGNAL", seen.getString("verdict"), String.valueOf(seen.getValue("reasons")))
                : decision(decisions.getJsonObject(decisions.size() - 1));
    }

    private static String decision(JsonObject last) {
        return worded(last.getString("outcome"), last.getString("reason"), last.getString("detail"));
    }

    private static String worded(@Nullable String what, @Nullable String reason, @Nullable String detail) {
        StringBuilder words = new StringBuilder(String.valueOf(what));
        for (String more : new @Nullable String[] {reason, detail}) {
            if (more != null) {
                words.append(' ').append(more);
            }
        }
        return words.toString();
    }

    private Map<Step, Long> steps(Coming coming, List<Arrival> requests, @Nullable JsonObject order) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        JsonObject timeline = order == null ? null : order.getJsonObject("timeline");
        if (timeline != null) {
            TIMELINE.forEach((step, field) -> {
                String at = timeline.getString(field);
                if (at != null) {
                    steps.put(step, Micros.of(Instant.parse(at)));
                }
            });
        }
        Long opened = listings.getOrDefault(coming.symbol(), new JsonObject()).getLong("trueOpenMicros");
        if (opened != null) {
            steps.put(Step.TRUE_OPEN, opened);
        }
        requests.stream()
                .filter(Arrival::taken)
                .findFirst()
                .ifPresent(taken -> steps.put(Step.RECEIVED, taken.receivedMicros()));
        return steps;
    }
}
