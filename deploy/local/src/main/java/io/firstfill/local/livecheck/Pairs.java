package io.firstfill.local.livecheck;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pairs of one {@code exchangeInfo}.
 *
 * @param all every row that is an object
 */
record Pairs(List<JsonObject> all) {
    static Pairs of(JsonObject exchangeInfo) {
        Object symbols = exchangeInfo.getValue("symbols");
        return new Pairs(
                symbols instanceof JsonArray rows
                        ? rows.stream()
                                .filter(JsonObject.class::isInstance)
                                .map(JsonObject.class::cast)
                                .toList()
                        : List.of());
    }

    /** Those that trade now. */
    List<JsonObject> trading() {
        return all.stream()
                .filter(row ->
                        "1".equals(row.getValue("status")) && Boolean.TRUE.equals(row.getValue("isSpotTradingAllowed")))
                .toList();
    }

    /** Those that look like waiting for their opening: paused pairs look the same. */
    List<JsonObject> waiting() {
        return all.stream().filter(row -> "2".equals(row.getValue("status"))).toList();
    }

    /** The pair that is asked about: BTCUSDT where it trades. */
    Optional<String> example() {
        List<String> names = names(trading());
        return names.contains("BTCUSDT")
                ? Optional.of("BTCUSDT")
                : names.stream().findFirst();
    }

    static List<String> names(List<JsonObject> rows) {
        return rows.stream().map(row -> String.valueOf(row.getValue("symbol"))).toList();
    }

    static long count(List<JsonObject> rows, Predicate<JsonObject> holds) {
        return rows.stream().filter(holds).count();
    }
}
