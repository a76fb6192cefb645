package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.ledger.LedgerResults.Memory;
import io.firstfill.local.launch.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Exports every trade as CSV, and has the database write the same columns by {@code COPY}, as psql's copy does. */
final class Export {
    private static final String LEDGER = "ledger-service";
    private static final String PATH = "/api/ledger/v1/exports/trades.csv?environment=paper";
    /** The names of the columns before the rows, and the manifest behind them. */
    private static final int NOT_ROWS = 2;

    private static final String COPY_VIEW = """
            COPY (SELECT * FROM api_trade WHERE environment = 'paper' ORDER BY sort_time DESC, sort_key DESC)
            TO STDOUT (FORMAT csv, HEADER)
            """;
    private static final String COPY_TABLE = "COPY orders TO STDOUT (FORMAT csv, HEADER)";
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

    private final Stack stack;
    private final Client client;
    private final Database database;

    Export(Stack stack, Client client, Database database) {
        this.stack = stack;
        this.client = client;
        this.database = database;
    }

    LedgerResults.Exported measure() throws InterruptedException {
        long before = resident();
        long heapBefore = heap();
        AtomicLong most = new AtomicLong(before);
        AtomicLong heapMost = new AtomicLong(heapBefore);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().daemon().name("memory").start(() -> watch(over, most, heapMost));
        long began = System.nanoTime();
        Lines lines = read();
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        over.set(true);
        watch.join();
        Duration view = copy(COPY_VIEW);
        Duration table = copy(COPY_TABLE);
        return new LedgerResults.Exported(
                lines.rows(),
                lines.bytes(),
                taken,
                view,
                table,
                new Memory(before, most.get()),
                new Memory(heapBefore, heapMost.get()));
    }

    private record Lines(int rows, long bytes) {}

    /** Counts the lines, without the head and the manifest. */
    private Lines read() throws InterruptedException {
        try (InputStream in = client.stream(PATH).body()) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            int rows = -NOT_ROWS;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    rows += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return new Lines(rows, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration copy(String statement) {
        long began = System.nanoTime();
        try {
            database.copy().copyOut(statement, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + statement, e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void watch(AtomicBoolean over, AtomicLong most, AtomicLong heapMost) {
        while (!over.get()) {
            most.accumulateAndGet(resident(), Math::max);
            heapMost.accumulateAndGet(heap(), Math::max);
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private long resident() {
        Long kibibytes = stack.residentMemory().get(LEDGER);
        return kibibytes == null ? 0 : kibibytes;
    }

    /** Returns the bytes that the heap uses, garbage included, by the ledger's metrics; 0 where they do not tell. */
    private long heap() {
        try {
            return client.get("/q/metrics", "")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToLong(Export::value)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static long value(String line) {
        return new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)).longValue();
    }
}
