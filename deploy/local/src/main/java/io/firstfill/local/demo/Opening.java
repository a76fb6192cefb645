package io.firstfill.local.demo;

import io.firstfill.local.Progress;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Patience;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Listings let open, and what became of each. */
final class Opening {
    private static final BigDecimal PRICE = new BigDecimal("0.02");
    private static final Duration AFTER_OPENING = Duration.ofSeconds(15);

    /** A listing that will open. */
    private record Coming(String base, Instant openAt, boolean surprise) {
        String symbol() {
            return base + "USDT";
        }
    }

    private final GatewayClient operator;
    private final SimulatorClient exchange;
    private final String run;
    private final Progress progress;
    private final List<Coming> coming = new ArrayList<>();

    Opening(GatewayClient operator, SimulatorClient exchange, String run, Progress progress) {
        this.operator = operator;
        this.exchange = exchange;
        this.run = run;
        this.progress = progress;
    }

    void announceScheduled(String base, Instant openAt) {
        exchange.scheduleListing(base, openAt, PRICE);
        coming.add(new Coming(base, openAt, false));
        progress.say("The exchange announces " + base + "/USDT for " + openAt + ".");
    }

    void surprise(String base, Instant openAt) {
        exchange.surpriseListing(base, openAt, PRICE);
        coming.add(new Coming(base, openAt, true));
        progress.say("The exchange will open " + base + "/USDT without a word.");
    }

    /** In the order of the openings, each as soon as the ledger has it. */
    void printFirstFills() {
        coming.sort(Comparator.comparing(Coming::openAt));
        coming.forEach(this::printFirstFill);
        coming.clear();
    }

    private void printFirstFill(Coming listing) {
        Duration patience =
                Duration.between(Clock.systemUTC().instant(), listing.openAt()).plus(AFTER_OPENING);
        Optional<JsonObject> trade = Patience.tryFor(patience, () -> trade(listing));
        progress.say(trade.map(found -> FirstFill.describe(found, exchange, listing.symbol(), listing.surprise()))
                .orElseGet(() -> notBought(listing)));
    }

    private Optional<JsonObject> trade(Coming listing) {
        return operator
                .ledger("/trades?environment=paper&runId=" + run + "&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items()
                .stream()
                .findFirst();
    }

    private String notBought(Coming listing) {
        String orders = operator.ledger("/orders?environment=paper&pair=" + listing.base() + "/USDT")
                .expect(200)
                .items()
                .toString();
        return "%s/USDT was not bought; its orders in the ledger: %s".formatted(listing.base(), orders);
    }
}
