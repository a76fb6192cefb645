package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Has the ledger record a backlog: the events are on their topics before it starts, so that nothing but the ledger, the
 * broker and the database works while it is measured. Then the same rows are loaded by {@code COPY}.
 */
final class Ingest {
    private static final String LEDGER = "ledger-service";
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    /** Without progress for so long the benchmark ends. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private static final String POSITION =
            "SELECT coalesce(max(position), 0) FROM journal_head WHERE environment = '" + EventMix.ENVIRONMENT + "'";

    private final Stack stack;
    private final Progress progress;
    private final InstantSource clock;
    private final CopiedRows copied;

    /** @param copied keeps the empty database */
    Ingest(Stack stack, Progress progress, InstantSource clock, CopiedRows copied) {
        this.stack = stack;
        this.progress = progress;
        this.clock = clock;
        this.copied = copied;
    }

    LedgerResults.Recording measure(int events, long seed) throws InterruptedException {
        stack.kill(LEDGER);
        copied.restoreEmpty();
        send(events, new EventMix(seed, clock));
        try (Database database = Database.open(stack.jdbcUrl(), "firstfill")) {
            database.execute("CHECKPOINT");
            long before = database.number(POSITION);
            long first = before;
            Thread restart = Thread.ofPlatform().daemon().name("ledger-start").start(() -> stack.restart(LEDGER));
            while (first == before) {
                first = next(database, first);
            }
            long began = System.nanoTime();
            await(database, before + events);
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            restart.join();
            progress.message("Recorded in %,d ms; loading the same rows.".formatted(taken.toMillis()));
            CopiedRows.Load load = copied.load();
            return new LedgerResults.Recording(
                    Math.toIntExact(before + events - first),
                    taken,
                    events,
                    load.taken(),
                    Types.of(database),
                    load.rows());
        }
    }

    private void send(int events, EventMix mix) {
        progress.message("Writing %,d events to their topics.".formatted(events));
        try (EventSender sender = new EventSender(stack.kafkaBootstrapServers(), Duration.ofMillis(20))) {
            for (int i = 0; i < events; i++) {
                sender.send(mix.next());
            }
            sender.flush();
        }
    }

    private void await(Database database, long position) throws InterruptedException {
        long reached = 0;
        while (reached < position) {
            reached = next(database, reached);
        }
    }

    /** Returns the position of the chain once it is beyond the given one. */
    private long next(Database database, long than) throws InterruptedException {
        long deadline = System.nanoTime() + STUCK.toNanos();
        long position = database.number(POSITION);
        while (position <= than) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The ledger stays at position " + position + "; see " + stack.log(LEDGER));
            }
            ClockWait.until(clock.instant().plus(LOOK_EVERY), clock);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            position = database.number(POSITION);
        }
        return position;
    }
}
