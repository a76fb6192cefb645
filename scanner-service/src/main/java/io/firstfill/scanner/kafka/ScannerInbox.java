package io.firstfill.scanner.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.scanner.watch.Scanner;
import io.firstfill.service.kafka.AssignedEnvironments;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands the messages that the scanner follows to the {@link Scanner}. */
@ApplicationScoped
class ScannerInbox implements InboxHandler {
    /** The longest ban that the exchange documents. */
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    private final Scanner scanner;
    private final Outbox outbox;

    ScannerInbox(Scanner scanner, Outbox outbox) {
        this.scanner = scanner;
        this.outbox = outbox;
    }

    /**
     * Runs are few and kept for ever. Commands are read as far back as a service may have been away: a person's
     * announcement holds once a scanner reads it. Listings are read as far back as their topic keeps them, because a
     * listing may be announced days ahead.
     */
    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(
                Topics.RUNS, Optional.empty(),
                Topics.COMMANDS, Optional.of(Topics.LONGEST_OUTAGE),
                Topics.LISTINGS, Optional.of(Topics.KEPT),
                Topics.SCANNER_BASELINE, Optional.empty(),
                Topics.ALERTS, Optional.of(LONGEST_BAN));
    }

    @Override
    public void assigned(AssignedEnvironments environments) {
        scanner.assigned(environments::contains);
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
        outbox.prepare(List.of(Family.LISTINGS, Family.ALERTS, Family.SCANNER_BASELINE, Family.PRICES));
        scanner.opened();
    }

    @Override
    public Uni<Void> received(Message message) {
        scanner.received(message);
        return Uni.createFrom().voidItem();
    }
}
