package io.firstfill.local.demo;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Polling;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Progress;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds listings at the simulator and prints the first fill of each, or that it was not bought. */
final class DemoListings {
    private static final BigDecimal PRICE = new BigDecimal("0.02");
    /** How long after its opening a listing may take to be filled and recorded. */
    private static final Duration FILL_TIMEOUT = Duration.ofSeconds(15);

    /** A listing that will open. */
    private record PendingListing(String base, Instant openAt, boolean surprise) {
        String symbol() {
            return base + "USDT";
        }
    }

    private final GatewayClient operator;
    private final SimulatorClient exchange;
    private final String run;
    private final Progress progress;
    private final List<PendingListing> pending = new ArrayList<>();

    DemoListings(GatewayClient operator, SimulatorClient exchange, String run, Progress progress) {
        this.operator = operator;
        this.exchange = exchange;
        this.run = run;
        this.progress = progress;
    }

    void addScheduled(String base, Instant openAt) {
        exchange.scheduleListing(base, openAt, PRICE);
        pending.add(new PendingListing(base, openAt, false));
        progress.message("The exchange announces " + base + "/USDT for " + openAt + ".");
    }

    void addSurprise(String base, Instant openAt) {
        exchange.surpriseListing(base, openAt, PRICE);
        pending.add(new PendingListing(base, openAt, true));
        progress.message("The exchange will open " + base + "/USDT without a word.");
    }

    /** Prints the first fills in the order of the openings, each as soon as the ledger has recorded it. */
    void printFirstFills() {
        pending.sort(Comparator.comparing(PendingListing::openAt));
        pending.forEach(this::printFirstFill);
        pending.clear();
    }

    private void printFirstFill(PendingListing listing) {
        Duration timeout =
                Duration.between(Clock.systemUTC().instant(), listing.openAt()).plus(FILL_TIMEOUT);
        Optional<JsonObject> trade = Polling.tryFor(timeout, () -> trade(listing));
        progress.message(
                trade.map(found -> FirstFillSummary.describe(found, exchange, listing.symbol(), listing.surprise()))
                        .orElseGet(() -> notBought(listing)));
    }

    private Optional<JsonObject> trade(PendingListing listing) {
        return operator
                .ledger("/trades?environment=paper&runId=" + run + "&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items()
                .stream()
                .findFirst();
    }

    private String notBought(PendingListing listing) {
        String orders = operator.ledger("/orders?environment=paper&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items()
                .toString();
        return "%s/USDT was not bought; its orders in the ledger: %s".formatted(listing.base(), orders);
    }
}
