package io.firstfill.ledger.metrics;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.EncodedMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures how much is recorded, how long a batch takes, and how long after it occurred a message is recorded (SC-003).
 * A message that is delivered again is counted and not timed again.
 */
@ApplicationScoped
public class JournalMetrics {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Counter records;
    private final Counter redelivered;
    private final Counter retries;
    private final Counter unreadable;
    private final Timer batch;
    private final Timer lag;
    private final RecordingHops hops;
    private final InstantSource clock;

    JournalMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        hops = new RecordingHops(registry);
        records = registry.counter("firstfill.ledger.journal.records");
        redelivered = registry.counter("firstfill.ledger.journal.redelivered");
        retries = registry.counter("firstfill.ledger.journal.retries");
        unreadable = registry.counter("firstfill.ledger.journal.unreadable");
        batch = histogram("firstfill.ledger.journal.batch").register(registry);
        lag = histogram("firstfill.ledger.journal.lag").register(registry);
    }

    private static Timer.Builder histogram(String name) {
        return Timer.builder(name)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30));
    }

    /** Called after the commit of a batch whose recording began at that time. */
    public void recorded(List<EncodedMessage> messages, Set<MessageId> added, Instant began) {
        Instant now = clock.instant();
        Set<MessageId> notYetTimed = new HashSet<>(added);
        List<Message> fresh = messages.stream()
                .map(EncodedMessage::message)
                .filter(message -> notYetTimed.remove(message.meta().id()))
                .toList();
        records.increment(added.size());
        redelivered.increment(messages.size() - fresh.size());
        batch.record(Duration.between(began, now));
        fresh.forEach(message -> {
            lag.record(since(message, now));
            hops.recorded(message, now);
        });
    }

    /**
     * Returns the time since the message occurred, at most {@link #LONGEST}: a writer's clock may be off by more than a
     * timer can hold.
     */
    static Duration since(Message message, Instant now) {
        Duration since = Duration.between(message.meta().occurredAt(), now);
        return since.compareTo(LONGEST) > 0 ? LONGEST : since.isNegative() ? Duration.ZERO : since;
    }

    /** Counts entries that were recorded as bytes, and the ledger's own. */
    public void unreadable(int entries) {
        unreadable.increment(entries);
    }

    public void retried() {
        retries.increment();
    }
}
