package io.firstfill.benchmark.contest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of all who take part at all listings. */
public record ContestResults(List<ContestResult> all) {
    static final BigDecimal OPENING_PRICE = new BigDecimal("0.02");
    static final BigDecimal AMOUNT = new BigDecimal("20");
    /** More than this part of the amount is not reached by one order. */
    private static final BigDecimal ONCE = AMOUNT.multiply(new BigDecimal("1.05"));

    private static final BigDecimal HUNDREDTHS = BigDecimal.valueOf(10_000);

    public ContestResults {
        all = List.copyOf(all);
    }

    /** Returns these results and the other ones. */
    public ContestResults and(ContestResults other) {
        return new ContestResults(
                Stream.concat(all.stream(), other.all.stream()).toList());
    }

    /** Returns the results of a mode at the listings that each of these filled. */
    public ContestResults filledByAll(ContestMode mode, List<String> who) {
        List<Set<String>> filled = who.stream()
                .map(each -> of(mode, each).stream()
                        .filter(ContestResult::filled)
                        .map(result -> result.listing().symbol())
                        .collect(Collectors.toSet()))
                .toList();
        return new ContestResults(all.stream()
                .filter(each -> each.listing().mode() == mode)
                .filter(each -> filled.stream()
                        .allMatch(symbols -> symbols.contains(each.listing().symbol())))
                .toList());
    }

    /** Returns whether the mode was measured. */
    public boolean has(ContestMode mode) {
        return all.stream().anyMatch(each -> each.listing().mode() == mode);
    }

    public List<ContestResult> of(ContestMode mode, String who) {
        return all.stream()
                .filter(each -> each.listing().mode() == mode && each.who().equals(who))
                .toList();
    }

    /** The percentiles of one figure; listings without it rank last. */
    public Percentiles percentiles(ContestMode mode, String who, Function<ContestResult, Optional<Long>> figure) {
        List<ContestResult> results = of(mode, who);
        List<Long> known =
                results.stream().map(figure).flatMap(Optional::stream).toList();
        return new Percentiles(known, results.size() - known.size());
    }

    /**
     * Reads what the exchange holds.
     *
     * @param accounts the account of each, by name
     */
    static ContestResults read(
            List<ContestListing> listings, Map<String, SimulatorClient> accounts, SimulatorClient exchange) {
        Map<String, Long> opened = exchange.listings().stream()
                .filter(each -> each.getLong("trueOpenMicros") != null)
                .collect(toMap(each -> each.getString("symbol"), each -> each.getLong("trueOpenMicros")));
        List<JsonObject> arrivals = exchange.arrivals();
        List<ContestResult> results = new ArrayList<>();
        accounts.forEach((who, account) -> {
            Map<String, List<JsonObject>> orders = account.orders().stream()
                    .collect(groupingBy(order -> order.getJsonObject("terms").getString("symbol")));
            String name = account.account();
            Map<String, Long> requests = arrivals.stream()
                    .filter(each -> name.equals(each.getString("account")))
                    .collect(groupingBy(each -> each.getString("symbol", ""), counting()));
            listings.forEach(listing -> results.add(result(
                    listing,
                    who,
                    orders.getOrDefault(listing.symbol(), List.of()),
                    Optional.ofNullable(opened.get(listing.symbol())),
                    requests.getOrDefault(listing.symbol(), 0L).intValue())));
        });
        return new ContestResults(results);
    }

    private static ContestResult result(
            ContestListing listing, String who, List<JsonObject> orders, Optional<Long> opened, int requests) {
        List<JsonObject> filled = orders.stream()
                .filter(order -> decimal(order, "executed").signum() > 0)
                .toList();
        BigDecimal bought = sum(filled, "executed");
        BigDecimal spent = sum(filled, "executedQuote");
        Optional<Long> lag = opened.flatMap(open -> filled.stream()
                .map(order -> order.getLong("acceptedMicros") - open)
                .min(Long::compare));
        return new ContestResult(
                listing,
                who,
                lag,
                bought.signum() == 0 ? Optional.empty() : Optional.of(over(spent, bought)),
                spent.compareTo(ONCE) > 0,
                requests);
    }

    private static long over(BigDecimal spent, BigDecimal bought) {
        return spent.divide(bought.multiply(OPENING_PRICE), 10, RoundingMode.HALF_UP)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDREDTHS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal sum(List<JsonObject> orders, String field) {
        return orders.stream().map(order -> decimal(order, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(JsonObject order, String field) {
        return new BigDecimal(order.getValue(field).toString());
    }
}
