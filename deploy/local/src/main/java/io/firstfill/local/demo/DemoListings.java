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

/**
 * Adds listings at the simulator; prints the first fill of each, or that it was not bought, and each sell of it, or
 * that it was not sold.
 */
final class DemoListings {
    private static final BigDecimal PRICE = new BigDecimal("0.02");
    /** How long after its opening a listing may take to be filled and recorded. */
    private static final Duration FILL_TIMEOUT = Duration.ofSeconds(15);
    /** How long after its opening a position may take to end: its price is there after 12 seconds. */
    private static final Duration SALE_TIMEOUT = Duration.ofSeconds(45);

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

    /** A listing whose price rises after its opening. */
    void addScheduled(String base, Instant openAt) {
        list(base, openAt, false, PriceCourse.UP);
        pending.add(new PendingListing(base, openAt, false));
        progress.message("The exchange announces " + base + "/USDT for " + openAt + ".");
    }

    /** A listing whose price falls after its opening. */
    void addSurprise(String base, Instant openAt) {
        list(base, openAt, true, PriceCourse.DOWN);
        pending.add(new PendingListing(base, openAt, true));
        progress.message("The exchange will open " + base + "/USDT without a word.");
    }

    private void list(String base, Instant openAt, boolean surprise, PriceCourse course) {
        JsonObject details = new JsonObject().put("surprise", surprise).put("behaviour", course.behaviour());
        exchange.list(base, openAt, PRICE, details);
    }

    /**
     * Prints the first fills in the order of the openings, each as soon as the ledger has recorded it; then the sells,
     * position by position, as soon as each has ended.
     */
    void printFillsAndSales() {
        pending.sort(Comparator.comparing(PendingListing::openAt));
        List<PendingListing> bought =
                pending.stream().filter(this::printFirstFill).toList();
        pending.clear();
        bought.forEach(this::printSales);
    }

    private void printSales(PendingListing listing) {
        Duration timeout =
                Duration.between(Clock.systemUTC().instant(), listing.openAt()).plus(SALE_TIMEOUT);
        Optional<JsonObject> ended = Polling.tryFor(timeout, () -> endedPosition(listing));
        if (ended.isEmpty()) {
            progress.message("%s/USDT was not sold as planned; its sells in the ledger: %s"
                    .formatted(listing.base(), items("/sells", listing)));
            return;
        }
        items("/sells", listing).reversed().stream()
                .filter(sell -> sell.getString("averagePrice") != null)
                .forEach(sell -> progress.message(SaleSummary.describe(sell, ended.get())));
    }

    private Optional<JsonObject> endedPosition(PendingListing listing) {
        return items("/positions", listing).stream()
                .filter(position -> "CLOSED".equals(position.getString("status")))
                .findFirst();
    }

    /** The rows of the run and the pair, the newest first. */
    private List<JsonObject> items(String list, PendingListing listing) {
        return operator.ledger(list + "?environment=paper&runId=" + run + "&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items();
    }

    /** Returns whether it was bought. */
    private boolean printFirstFill(PendingListing listing) {
        Duration timeout =
                Duration.between(Clock.systemUTC().instant(), listing.openAt()).plus(FILL_TIMEOUT);
        Optional<JsonObject> trade = Polling.tryFor(timeout, () -> trade(listing));
        progress.message(
                trade.map(found -> FirstFillSummary.describe(found, exchange, listing.symbol(), listing.surprise()))
                        .orElseGet(() -> notBought(listing)));
        return trade.isPresent();
    }

    private Optional<JsonObject> trade(PendingListing listing) {
        return items("/trades", listing).stream().findFirst();
    }

    private String notBought(PendingListing listing) {
        String orders = operator.ledger("/orders?environment=paper&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items()
                .toString();
        return "%s/USDT was not bought; its orders in the ledger: %s".formatted(listing.base(), orders);
    }
}
