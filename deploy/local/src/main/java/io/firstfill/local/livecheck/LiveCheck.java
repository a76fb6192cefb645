package io.firstfill.local.livecheck;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The main class of {@code deploy/live-check}: asks an exchange what of our assumptions holds. */
public final class LiveCheck {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int DIFFERS = 3;
    private static final int SAMPLES = 5;

    private final ExchangeClient client;
    private final LiveCheckOptions exchange;
    private final InstantSource clock;

    private LiveCheck(LiveCheckOptions exchange, InstantSource clock) {
        this.exchange = exchange;
        this.client = new ExchangeClient(exchange.pause());
        this.clock = clock;
    }

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Returns the exit code. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(LiveCheckOptions.help());
            return 0;
        }
        try {
            LiveCheckOptions exchange = LiveCheckOptions.parse(arguments);
            Optional<List<Finding>> findings = new LiveCheck(exchange, Clock.systemUTC()).find();
            if (findings.isEmpty()) {
                err.println(exchange.rest() + " does not answer: is the address right, and the name resolved?");
                return FAILED;
            }
            LiveCheckReport report = new LiveCheckReport(exchange.rest(), findings.get());
            report.lines().forEach(out::println);
            return report.differs() ? DIFFERS : 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Empty when the exchange does not answer at all. */
    private Optional<List<Finding>> find() throws InterruptedException {
        Answer ping = api("ping");
        if (ping.status() == 0) {
            return Optional.empty();
        }
        List<Answer> times =
                IntStream.range(0, SAMPLES).mapToObj(sample -> api("time")).toList();
        List<Finding> findings = new ArrayList<>(ConnectionChecks.of(ping, times, clock.instant()));
        JsonObject info = api("exchangeInfo").object();
        Pairs pairs = Pairs.of(info);
        findings.addAll(part("exchangeInfo", () -> SymbolChecks.of(info)));
        findings.addAll(part("books, trades and tickers", () -> market(pairs)));
        findings.addAll(part(
                "the website",
                () -> WebChecks.of(
                        web("/api/operation/new_coin_calendar?timestamp=" + clock.millis()),
                        web("/api/platform/spot/market-v2/web/symbolsV2"),
                        api("announcements"),
                        pairs.all())));
        Optional<URI> stream = exchange.stream();
        if (stream.isPresent()) {
            findings.addAll(StreamChecks.of(stream.get(), pairs.example(), waiting(pairs)));
        }
        findings.addAll(ByHand.facts());
        return Optional.of(findings);
    }

    /** An answer of a shape that nobody expected must not hide what the other answers say. */
    static List<Finding> part(String name, Supplier<List<Finding>> facts) {
        try {
            return facts.get();
        } catch (RuntimeException unreadable) {
            return List.of(Finding.of(name, "answers in the shape of the reference [doc]", unreadable, false));
        }
    }

    private List<Finding> market(Pairs pairs) {
        List<Finding> findings = new ArrayList<>();
        pairs.example()
                .ifPresent(symbol -> findings.addAll(MarketChecks.trading(
                        of("depth", symbol),
                        of("trades", symbol),
                        api("klines?interval=1m&limit=1000&symbol=" + symbol),
                        of("ticker/24hr", symbol),
                        decimals(pairs, symbol))));
        Answer defaults = api("defaultSymbols");
        findings.addAll(MarketChecks.endpoints(defaults, api("symbol/offline"), of("depth", "NOSUCHPAIRUSDT")));
        List<String> apiPairs = defaults.object().getValue("data") instanceof JsonArray names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        findings.addAll(waiting(pairs)
                .map(symbol -> MarketChecks.waiting(
                        symbol, of("depth", symbol), of("ticker/bookTicker", symbol), tickers(), apiPairs))
                .orElseGet(MarketChecks::noneWaiting));
        return findings;
    }

    private List<String> tickers() {
        return api("ticker/price").array().stream()
                .filter(JsonObject.class::isInstance)
                .map(row -> String.valueOf(((JsonObject) row).getValue("symbol")))
                .toList();
    }

    /** A pair that waits: the one whose opening is latest, so that it is none that is merely paused. */
    private static Optional<String> waiting(Pairs pairs) {
        return pairs.waiting().stream()
                .max(Comparator.comparingLong(
                        row -> row.getValue("firstOpenTime") instanceof Number time ? time.longValue() : 0))
                .map(row -> String.valueOf(row.getValue("symbol")));
    }

    private static int decimals(Pairs pairs, String symbol) {
        return pairs.all().stream()
                .filter(row -> symbol.equals(row.getValue("symbol")))
                .findFirst()
                .map(row -> row.getValue("quotePrecision") instanceof Number decimals ? decimals.intValue() : 0)
                .orElse(0);
    }

    private Answer of(String endpoint, String symbol) {
        return api(endpoint + "?symbol=" + symbol);
    }

    private Answer api(String endpoint) {
        return client.get(exchange.rest(), "/api/v3/" + endpoint);
    }

    private Answer web(String path) {
        return client.get(exchange.web(), path);
    }
}
