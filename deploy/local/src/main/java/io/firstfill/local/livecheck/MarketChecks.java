package io.firstfill.local.livecheck;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Facts about books, trades and tickers of one pair that trades and, where there is one, of one that waits. */
final class MarketChecks {
    private static final Set<Integer> NO_SUCH_PAIR = Set.of(-1121, 10007, 30014);

    private MarketChecks() {}

    static List<Finding> trading(Answer depth, Answer trades, Answer candles, Answer day, int priceDecimals) {
        JsonArray deals = trades.array();
        return List.of(
                Finding.of(
                        "timestamp of the book",
                        "present [real response]",
                        depth.object().getValue("timestamp"),
                        depth.object().getValue("timestamp") instanceof Number),
                Finding.judged(
                        "order of the book",
                        "bids fall, asks rise, prices as text [real response]",
                        depth.brief(),
                        () -> sorted(depth.object(), "bids", -1) && sorted(depth.object(), "asks", 1)),
                Finding.judged(
                        "tick",
                        "no price has more decimals than quotePrecision [community, 3 clients]",
                        "quotePrecision " + priceDecimals,
                        () -> prices(depth.object(), "asks").stream()
                                .allMatch(price -> price.stripTrailingZeros().scale() <= priceDecimals)),
                deals.isEmpty()
                        ? Finding.notSeen("trade ids", "null [real response]", trades.brief())
                        : Finding.judged(
                                "trade ids",
                                "null [real response]",
                                deals.getJsonObject(0).getValue("id"),
                                () -> deals.getJsonObject(0).getValue("id") == null),
                deals.size() < 2
                        ? Finding.notSeen("order of the trades", "sorted by us [unknown]", trades.brief())
                        : Finding.judged(
                                "order of the trades",
                                "newest first; sorted by us [unknown]",
                                order(deals),
                                () -> order(deals).equals("newest first")),
                Finding.judged(
                        "candles in one answer",
                        "500 at most, of 8 values [doc]",
                        candles.array().size() + " of 1000 asked",
                        () -> candles.array().size() <= 500
                                && candles.array().stream().allMatch(row -> ((JsonArray) row).size() == 8)),
                Finding.judged(
                        "change of a day",
                        "a fraction as text; count is null [real response]",
                        day.object().getValue("priceChangePercent") + ", count "
                                + day.object().getValue("count"),
                        () -> day.object().getValue("count") == null
                                && new BigDecimal(day.object().getString("priceChangePercent"))
                                                .abs()
                                                .compareTo(BigDecimal.valueOf(50))
                                        < 0));
    }

    /** @param prices every pair of the price ticker */
    static List<Finding> waiting(String symbol, Answer depth, Answer book, List<String> prices, List<String> apiPairs) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                "book before the opening",
                "answered, may hold asks [community]",
                depth.brief(),
                depth.status() == 200));
        findings.add(Finding.of(
                "book ticker before the opening",
                "answered; an empty side is \"\", null or 0 [unknown]",
                book.brief(),
                book.status() == 200));
        findings.add(Finding.of(
                "price ticker before the opening",
                "lacks the pair: its appearance is the opening [community]",
                prices.contains(symbol) ? symbol + " is in it" : symbol + " is not in it",
                !prices.contains(symbol)));
        findings.add(Finding.of(
                "defaultSymbols before the opening",
                "lacks the pair [unknown]",
                apiPairs.contains(symbol) ? symbol + " is in it" : symbol + " is not in it",
                !apiPairs.contains(symbol)));
        return findings;
    }

    static List<Finding> noneWaiting() {
        return List.of("book", "book ticker", "price ticker", "defaultSymbols").stream()
                .map(what -> Finding.notSeen(
                        what + " before the opening", "see the reference [community, unknown]", "no pair waits now"))
                .toList();
    }

    static List<Finding> endpoints(Answer defaults, Answer offline, Answer wrong) {
        return List.of(
                Finding.judged(
                        "defaultSymbols",
                        "code 0 or 200 and a list [real response, doc]",
                        "code " + defaults.object().getValue("code"),
                        () -> Set.of(0, 200).contains(defaults.object().getInteger("code"))
                                && !defaults.object().getJsonArray("data").isEmpty()),
                Finding.judged(
                        "symbol/offline",
                        "rows with symbol and state 2 or 3 [doc]",
                        offline.brief(),
                        () -> offline.object().getJsonArray("data").stream()
                                .allMatch(row -> Set.of(2, 3).contains(((JsonObject) row).getInteger("state")))),
                Finding.judged(
                        "an unknown pair",
                        "HTTP 400 with code -1121, 10007 or 30014 and msg [unknown]",
                        wrong.brief(),
                        () -> wrong.status() == 400
                                && NO_SUCH_PAIR.contains(wrong.object().getInteger("code"))
                                && wrong.object().containsKey("msg")));
    }

    private static boolean sorted(JsonObject book, String side, int direction) {
        List<BigDecimal> prices = prices(book, side);
        for (int i = 1; i < prices.size(); i++) {
            if (prices.get(i).compareTo(prices.get(i - 1)) * direction < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<BigDecimal> prices(JsonObject book, String side) {
        return book.getJsonArray(side).stream()
                .map(level -> new BigDecimal(((JsonArray) level).getString(0)))
                .toList();
    }

    private static String order(JsonArray deals) {
        long[] times = deals.stream()
                .mapToLong(deal -> ((JsonObject) deal).getLong("time"))
                .toArray();
        if (LongStream.range(1, times.length).allMatch(i -> times[(int) i] <= times[(int) i - 1])) {
            return "newest first";
        }
        return LongStream.range(1, times.length).allMatch(i -> times[(int) i] >= times[(int) i - 1])
                ? "oldest first"
                : "mixed";
    }
}
