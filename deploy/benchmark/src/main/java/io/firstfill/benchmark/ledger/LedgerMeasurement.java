package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures the ledger of a stack in which no other service runs. What it is asked comes first, then what it records, in
 * a database that is empty again.
 */
public final class LedgerMeasurement {
    private static final String LEDGER = "ledger-service";
    private static final String DATABASE = "firstfill";

    private final Stack stack;
    private final LedgerVolume volume;
    private final Progress progress;
    private final InstantSource clock;
    private final List<LedgerResults.Poll> polls = new ArrayList<>();

    /** @param stack that is ready */
    public LedgerMeasurement(Stack stack, LedgerVolume volume, Progress progress, InstantSource clock) {
        this.stack = stack;
        this.volume = volume;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Measures everything.
     *
     * @param directory for rows on their way to be copied
     * @param seed of the events
     */
    public LedgerResults take(Path directory, long seed) throws InterruptedException {
        CopiedRows copied = new CopiedRows(stack.jdbcUrl(), directory);
        stack.kill(LEDGER);
        copied.keepEmpty();
        stack.restart(LEDGER);
        LedgerResults.Exported exported = read();
        LedgerResults.Recording recording = new Ingest(stack, progress, clock, copied).measure(volume.events(), seed);
        progress.message("Lag at %,d events a second.".formatted(volume.perSecond()));
        Percentiles lag = new Lag(stack, clock).measure(volume.perSecond(), volume.steady(), seed + 1);
        return new LedgerResults(volume, recording, lag, polls, exported);
    }

    private LedgerResults.Exported read() throws InterruptedException {
        Client client = new Client(stack.ledger(), () -> stack.token("viewer"));
        LedgerResults.Exported exported = null;
        try (Database database = Database.open(stack.jdbcUrl(), DATABASE)) {
            TradeTables tables = new TradeTables(database);
            for (int trades : volume.trades()) {
                progress.message("Filling the tables up to %,d trades.".formatted(trades));
                tables.fillUpTo(trades);
                progress.message("Polling.");
                polls.add(new Polls(client, database, clock, tables.run()).measure(trades, volume.polls()));
                if (trades == volume.exported()) {
                    progress.message("Exporting.");
                    exported = new Export(stack, client, database).measure();
                }
            }
        }
        return Objects.requireNonNull(exported);
    }
}
