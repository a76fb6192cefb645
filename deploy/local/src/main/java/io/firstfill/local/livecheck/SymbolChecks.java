package io.firstfill.local.livecheck;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Facts about {@code exchangeInfo}: what qualifies a listing, and what bounds its order. */
final class SymbolChecks {
    private static final Set<String> TYPES = Set.of("LIMIT", "MARKET", "LIMIT_MAKER");

    private SymbolChecks() {}

    static List<Finding> of(JsonObject info) {
        Pairs pairs = Pairs.of(info);
        List<Finding> findings = new ArrayList<>(List.of(
                Finding.of(
                        "pairs",
                        "a list [doc]",
                        pairs.all().size() + " pairs",
                        !pairs.all().isEmpty()),
                Finding.of(
                        "rate limits in exchangeInfo",
                        "always empty [real response]",
                        info.getValue("rateLimits"),
                        new JsonArray().equals(info.getValue("rateLimits"))),
                Finding.of(
                        "time zone",
                        "CST [real response]",
                        info.getValue("timezone"),
                        "CST".equals(info.getValue("timezone"))),
                values("status", "text 1, 2 or 3 [doc]", pairs.all(), Set.of("1", "2", "3")),
                each(
                        "price decimals",
                        "quotePrecision = quoteAssetPrecision [doc, 2 clients]",
                        pairs.all(),
                        row -> row.getValue("quotePrecision").equals(row.getValue("quoteAssetPrecision"))),
                each(
                        "tradeSideType",
                        "a number [real response]",
                        pairs.all(),
                        row -> row.getValue("tradeSideType") instanceof Number),
                each(
                        "minimum amount",
                        "quoteAmountPrecision is a decimal as text [doc]",
                        pairs.all(),
                        row -> decimal(row, "quoteAmountPrecision")),
                each(
                        "largest market buy",
                        "maxQuoteAmountMarket is a decimal as text [doc]",
                        pairs.all(),
                        row -> decimal(row, "maxQuoteAmountMarket")),
                each(
                        "quoteOrderQtyMarketAllowed",
                        "absent [real response]",
                        pairs.all(),
                        row -> !row.containsKey("quoteOrderQtyMarketAllowed"))));
        findings.addAll(orders(pairs));
        findings.addAll(opening(pairs));
        return findings;
    }

    private static List<Finding> orders(Pairs pairs) {
        return List.of(
                types(pairs),
                each(
                        "filters",
                        "only PERCENT_PRICE_BY_SIDE: tick and step follow from the decimals [community, 3 clients]",
                        pairs.all(),
                        row -> filters(row).stream()
                                .allMatch(filter -> "PERCENT_PRICE_BY_SIDE".equals(filter.getString("filterType")))),
                each(
                        "price band",
                        "PERCENT_PRICE_BY_SIDE on every trading pair [community: one client]",
                        pairs.trading(),
                        row -> !filters(row).isEmpty()),
                each(
                        "price band's numbers",
                        "distances from the last price, below 1, not factors [community: one client]",
                        pairs.trading(),
                        row -> filters(row).stream().allMatch(SymbolChecks::isDistance)),
                each(
                        "taker fee",
                        "0.0005 [real response, 2025]",
                        pairs.trading(),
                        row -> new BigDecimal(row.getString("takerCommission")).compareTo(new BigDecimal("0.0005"))
                                == 0));
    }

    private static List<Finding> opening(Pairs pairs) {
        return List.of(
                each(
                        "pairs that trade",
                        "status 1 goes with isSpotTradingAllowed [doc, real response]",
                        pairs.all().stream()
                                .filter(row -> "1".equals(row.getValue("status")))
                                .toList(),
                        row -> Boolean.TRUE.equals(row.getValue("isSpotTradingAllowed"))),
                each(
                        "pairs before their opening",
                        "status 2 and isSpotTradingAllowed false [community: one bot]",
                        pairs.waiting(),
                        row -> Boolean.FALSE.equals(row.getValue("isSpotTradingAllowed"))),
                each(
                        "firstOpenTime in exchangeInfo",
                        "milliseconds, an official opening time [community: one client]",
                        pairs.all(),
                        row -> row.getValue("firstOpenTime") instanceof Number),
                each(
                        "bizType",
                        "a text [community: one client]",
                        pairs.all(),
                        row -> row.getValue("bizType") instanceof String));
    }

    private static Finding types(Pairs pairs) {
        Set<String> seen = new TreeSet<>();
        pairs.all()
                .forEach(row -> row.getJsonArray("orderTypes", new JsonArray())
                        .forEach(type -> seen.add(String.valueOf(type))));
        return Finding.of(
                "order types",
                "LIMIT, MARKET, LIMIT_MAKER; IOC is taken and never listed [real response]",
                seen,
                TYPES.containsAll(seen) && !seen.isEmpty());
    }

    private static Finding values(String field, String assumed, List<JsonObject> rows, Set<String> known) {
        Set<String> seen = new TreeSet<>();
        rows.forEach(row ->
                seen.add(row.getValue(field) instanceof String text ? text : row.getValue(field) + " (no text)"));
        return Finding.of(field, assumed, seen, known.containsAll(seen) && !seen.isEmpty());
    }

    /** A fact that must hold for each of the rows; the line names how many and the first that is otherwise. */
    private static Finding each(String fact, String assumed, List<JsonObject> rows, Predicate<JsonObject> holds) {
        if (rows.isEmpty()) {
            return Finding.notSeen(fact, assumed, "no such pair now");
        }
        List<JsonObject> others =
                rows.stream().filter(row -> !holdsFor(row, holds)).toList();
        String first = others.isEmpty() ? "" : ", not of " + others.getFirst().getValue("symbol");
        return Finding.of(
                fact,
                assumed,
                (rows.size() - others.size()) + " of " + rows.size() + " pairs" + first,
                others.isEmpty());
    }

    private static boolean holdsFor(JsonObject row, Predicate<JsonObject> holds) {
        try {
            return holds.test(row);
        } catch (RuntimeException otherShape) {
            return false;
        }
    }

    private static boolean decimal(JsonObject row, String field) {
        return row.getValue(field) instanceof String text && new BigDecimal(text).signum() >= 0;
    }

    private static List<JsonObject> filters(JsonObject row) {
        return row.getJsonArray("filters", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static boolean isDistance(JsonObject filter) {
        return new BigDecimal(filter.getString("bidMultiplierUp")).compareTo(BigDecimal.ONE) < 0
                && new BigDecimal(filter.getString("askMultiplierDown")).compareTo(BigDecimal.ONE) < 0;
    }
}
