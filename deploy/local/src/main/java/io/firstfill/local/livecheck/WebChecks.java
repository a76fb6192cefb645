package io.firstfill.local.livecheck;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about the website's listing calendar, its list of pairs, and the announcements: none is documented well. */
final class WebChecks {
    private static final Set<String> READY = Set.of("ot", "ca", "ps", "qs");

    private WebChecks() {}

    static List<Finding> of(Answer calendar, Answer symbols, Answer announcements, List<JsonObject> pairs) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                "calendar is answered",
                "HTTP 200 with JSON to a browser's user agent [community]",
                calendar.isJson() ? "HTTP " + calendar.status() : calendar.brief(),
                calendar.status() == 200 && calendar.isJson()));
        findings.addAll(calendar(calendar.object()));
        findings.addAll(symbols(symbols));
        findings.add(agreement(coins(calendar.object()), pairs));
        findings.addAll(announcements(announcements));
        return findings;
    }

    private static List<Finding> calendar(JsonObject calendar) {
        List<JsonObject> coins = coins(calendar);
        if (coins.isEmpty()) {
            return List.of(Finding.notSeen("coins of the calendar", "data.newCoins [community]", "no coin in it"));
        }
        List<JsonObject> timed = coins.stream()
                .filter(coin -> coin.getValue("firstOpenTime") instanceof Number time && time.longValue() > 0)
                .toList();
        long minute = Duration.ofMinutes(1).toMillis();
        return List.of(
                Finding.of("coins of the calendar", "data.newCoins [community]", coins.size() + " coins", true),
                Finding.of(
                        "envelope of the calendar",
                        "code, msg and timestamp [unknown]",
                        calendar.fieldNames(),
                        calendar.fieldNames().containsAll(Set.of("code", "msg", "timestamp"))),
                Finding.judged(
                        "fields of a coin",
                        "vcoinId, vcoinName, vcoinNameFull, firstOpenTime [community]",
                        coins.getFirst().fieldNames(),
                        () -> coins.stream()
                                .allMatch(coin -> coin.fieldNames()
                                        .containsAll(Set.of("vcoinId", "vcoinName", "vcoinNameFull")))),
                Finding.of(
                        "opening times",
                        "milliseconds, missing or 0 in few rows [community]",
                        timed.size() + " of " + coins.size() + " rows",
                        timed.size() * 2 >= coins.size()),
                Finding.of(
                        "openings on whole minutes",
                        "all [community]",
                        Pairs.count(timed, coin -> coin.getLong("firstOpenTime") % minute == 0) + " of " + timed.size(),
                        timed.stream().allMatch(coin -> coin.getLong("firstOpenTime") % minute == 0)));
    }

    private static List<Finding> symbols(Answer answer) {
        String assumed = "data.symbols is a map from quote to rows [community: one SDK]";
        List<JsonObject> rows = rows(answer.object());
        if (rows.isEmpty()) {
            return List.of(Finding.of("symbolsV2", assumed, answer.brief(), false));
        }
        List<JsonObject> ready = rows.stream()
                .filter(row ->
                        two(row, "sts") && two(row, "st") && Integer.valueOf(4).equals(row.getValue("tt")))
                .toList();
        return List.of(
                Finding.of("symbolsV2", assumed, rows.size() + " rows", true),
                Finding.judged(
                        "fields of symbolsV2",
                        "id, cd, vn, sts, st, tt [community: one SDK]",
                        rows.getFirst().fieldNames(),
                        () -> rows.stream()
                                .allMatch(row ->
                                        row.fieldNames().containsAll(Set.of("id", "cd", "vn", "sts", "st", "tt")))),
                ready.isEmpty()
                        ? Finding.notSeen("ready rows", "sts 2, st 2, tt 4 [community: one author]", "none")
                        : Finding.of(
                                "ready rows",
                                "sts 2, st 2, tt 4 have ot, ca, ps, qs [community: one author]",
                                ready.size() + " of " + rows.size() + " rows",
                                ready.stream().allMatch(row -> row.fieldNames().containsAll(READY))));
    }

    /** Compares the calendar's opening times with those of exchangeInfo, by the coin's name. */
    private static Finding agreement(List<JsonObject> coins, List<JsonObject> pairs) {
        String fact = "calendar and exchangeInfo";
        String assumed = "state the same opening time [unknown]";
        Map<String, Long> openings = pairs.stream()
                .filter(pair -> pair.getValue("firstOpenTime") instanceof Number)
                .collect(Collectors.toMap(
                        pair -> String.valueOf(pair.getValue("baseAsset")),
                        pair -> pair.getLong("firstOpenTime"),
                        Math::min));
        List<JsonObject> both = coins.stream()
                .filter(coin -> coin.getValue("firstOpenTime") instanceof Number
                        && openings.containsKey(String.valueOf(coin.getValue("vcoinName"))))
                .toList();
        long same = Pairs.count(
                both, coin -> coin.getLong("firstOpenTime").equals(openings.get(coin.getString("vcoinName"))));
        return both.isEmpty()
                ? Finding.notSeen(fact, assumed, "no coin is in both with a time")
                : Finding.of(fact, assumed, same + " of " + both.size() + " coins", same == both.size());
    }

    private static List<Finding> announcements(Answer answer) {
        Object data = answer.object().getValue("data");
        if (!(data instanceof JsonArray pages) || pages.isEmpty() || !(pages.getValue(0) instanceof JsonObject page)) {
            return List.of(
                    Finding.of("announcements", "code 0, data[0].details [real response]", answer.brief(), false));
        }
        long listings = page.getJsonArray("details", new JsonArray()).stream()
                .filter(row -> String.valueOf(row).matches("(?is).*(list|launch).*"))
                .count();
        return List.of(
                Finding.of("announcements", "code 0, data[0].details [real response]", "answered", true),
                Finding.of(
                        "listings among the announcements",
                        "none: not used as a feed [unknown]",
                        listings + " titles speak of one",
                        listings == 0));
    }

    private static boolean two(JsonObject row, String field) {
        return Integer.valueOf(2).equals(row.getValue(field));
    }

    private static List<JsonObject> coins(JsonObject calendar) {
        return calendar.getValue("data") instanceof JsonObject data ? objects(data.getValue("newCoins")) : List.of();
    }

    private static List<JsonObject> rows(JsonObject answer) {
        return answer.getValue("data") instanceof JsonObject data
                        && data.getValue("symbols") instanceof JsonObject quotes
                ? quotes.stream()
                        .flatMap(quote -> objects(quote.getValue()).stream())
                        .toList()
                : List.of();
    }

    private static List<JsonObject> objects(Object list) {
        return list instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
