package io.firstfill.benchmark.contest;

import io.firstfill.benchmark.contest.Rival.Trader;
import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.benchmark.time.Micros;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens the listings of every mode, one mode after the other, while our services, the rival and the poller buy them.
 * The three compete on the same books: whoever comes later pays what the earlier have left.
 */
public final class Contest implements AutoCloseable {
    /** Our services, as the report names them. */
    public static final String OURS = "Firstfill";

    public static final String RIVAL = "rival";
    public static final String POLLER = "poller, 500 ms";
    private static final String RIVAL_ADDRESS = "127.0.0.2";
    private static final String POLLER_ADDRESS = "127.0.0.3";
    private static final Duration AFTER_LAST = Duration.ofSeconds(4);
    /** The rival signs and gets its threads ready this long before an opening. */
    private static final Duration READY = Duration.ofMillis(60);

    private static final List<String> PRIVATE_PUSHES = List.of("orders", "deals", "account");

    private final SimulatorClient exchange;
    private final Progress progress;
    private final InstantSource clock;
    private final Consumer<ContestMode> run;
    private final Rival rival;
    private final SlowPoller poller;
    private final Map<String, SimulatorClient> accounts = new LinkedHashMap<>();

    /** @param run called before each mode, makes our run the one of the mode */
    public Contest(Stack stack, Progress progress, InstantSource clock, Consumer<ContestMode> run) {
        this.run = run;
        this.exchange = SimulatorClient.of(stack);
        this.progress = progress;
        this.clock = clock;
        accounts.put(OURS, exchange);
        accounts.put(RIVAL, SimulatorClient.of(stack, "bench-rival"));
        accounts.put(POLLER, SimulatorClient.of(stack, "bench-poller"));
        rival = new Rival(stack.simulator(), RIVAL_ADDRESS, account("bench-rival"), clock);
        poller = new SlowPoller(stack.simulator(), POLLER_ADDRESS, account("bench-poller"), clock);
    }

    private Trader account(String name) {
        Trader trader = new Trader("mx0" + name, UUID.randomUUID().toString(), ContestResults.AMOUNT.toPlainString());
        exchange.send(
                        "POST",
                        "/accounts",
                        new JsonObject()
                                .put("name", name)
                                .put("apiKey", trader.key())
                                .put("secret", trader.secret())
                                .put("balances", new JsonObject().put("USDT", "1000000")))
                .expect(201);
        return trader;
    }

    /**
     * Returns when the last listing has opened and what followed is over.
     *
     * @param measured takes the results of each mode as soon as they are known
     */
    public void take(ContestVolume volume, long seed, Consumer<ContestResults> measured) {
        Thread.ofPlatform().daemon().name("poller").start(poller);
        warmUp();
        Random random = new Random(seed);
        for (ContestMode mode : volume.modes()) {
            run.accept(mode);
            Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
            List<ContestListing> listings = ContestSchedule.of(mode, volume, random, begin);
            progress.message("%s: %d listings until %s."
                    .formatted(mode.label(), listings.size(), listings.getLast().openAt()));
            take(mode, listings);
            measured.accept(ContestResults.read(listings, accounts, exchange));
        }
    }

    /** The rival buys some listings that do not count, so that the exchange's code has run before the first that do. */
    private void warmUp() {
        rival.warmUp();
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3);
        ContestSchedule.warmUps(begin).forEach(listing -> {
            list(listing);
            attack(listing, ContestSchedule.rivalSends(listing, 0));
        });
    }

    private void take(ContestMode mode, List<ContestListing> listings) {
        removeTo(mode.roundTripMillis());
        rival.measure();
        CompletableFuture<Void> listed = CompletableFuture.runAsync(
                () -> listings.forEach(this::list),
                task -> Thread.ofPlatform().daemon().name("listing-driver").start(task));
        for (int i = 0; i < listings.size() && !mode.isSurprise(); i++) {
            attack(listings.get(i), ContestSchedule.rivalSends(listings.get(i), i));
        }
        listed.join();
        ClockWait.until(listings.getLast().openAt().plus(AFTER_LAST), clock);
        exchange.clearFaults();
    }

    private void attack(ContestListing listing, List<Duration> arrivals) {
        ClockWait.until(listing.openAt().minus(READY).minusMillis(listing.mode().roundTripMillis()), clock);
        rival.attack(listing.symbol(), listing.openAt(), arrivals);
    }

    private void list(ContestListing listing) {
        ClockWait.until(listing.listAt(), clock);
        exchange.send(
                        "POST",
                        "/listings",
                        new JsonObject()
                                .put("base", listing.base())
                                .put("quote", "USDT")
                                .put("fullName", listing.base())
                                .put("openAt", listing.openAt().toString())
                                .put("openDelayMillis", Micros.millis(listing.delayMicros()))
                                .put("referencePrice", ContestResults.OPENING_PRICE.toPlainString())
                                .put("surprise", listing.mode().isSurprise())
                                .put("behaviour", listing.mode().behaviour()))
                .expect(201);
    }

    /** Puts the exchange at a distance, for everybody: half of the round trip lies on each way. */
    private void removeTo(int roundTripMillis) {
        if (roundTripMillis == 0) {
            return;
        }
        int half = roundTripMillis / 2;
        exchange.inject(delay(null, "delayExecution", half));
        exchange.inject(delay(null, "delayAnswer", half));
        PRIVATE_PUSHES.forEach(
                channel -> exchange.inject(delay("PUSH spot@private." + channel + ".v3.api.pb", "delayAnswer", half)));
    }

    private static JsonObject delay(@Nullable String endpoint, String effect, int millis) {
        JsonObject rule = new JsonObject()
                .put("effect", new JsonObject().put("type", effect).put("millis", millis));
        return endpoint == null ? rule : rule.put("endpoint", endpoint);
    }

    @Override
    public void close() {
        poller.close();
        rival.close();
    }
}
