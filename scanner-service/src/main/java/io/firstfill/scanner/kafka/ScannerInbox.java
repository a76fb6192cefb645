package io.firstfill.scanner.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.scanner.watch.Scanner;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the scanner follows. */
@ApplicationScoped
class ScannerInbox implements InboxHandler {
    /** The longest ban the exchange speaks of. */
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    private final Scanner scanner;
    private final Outbox outbox;

    ScannerInbox(Scanner scanner, Outbox outbox) {
        this.scanner = scanner;
        this.outbox = outbox;
    }

    /**
     * Runs are few and kept for ever; what ended a run long ago is among them, so commands need only bridge the time
     * until the trader says it. Listings: as long as the topic keeps them, for a listing may be announced days ahead.
     */
    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(
                Topics.RUNS, Optional.empty(),
                Topics.COMMANDS, Optional.of(Duration.ofDays(1)),
                Topics.LISTINGS, Optional.of(Duration.ofDays(7)),
                Topics.SCANNER_BASELINE, Optional.empty(),
                Topics.ALERTS, Optional.of(LONGEST_BAN));
    }

    @Override
    public void reset() {
        scanner.reset();
    }

    @Override
    public void replayed(Message message) {
        scanner.replayed(message);
    }

    @Override
    public void opened() {
        outbox.prepare(List.of(Family.LISTINGS, Family.ALERTS, Family.SCANNER_BASELINE));
        scanner.opened();
    }

    @Override
    public Uni<Void> received(Message message) {
        scanner.received(message);
        return Uni.createFrom().voidItem();
    }
}
