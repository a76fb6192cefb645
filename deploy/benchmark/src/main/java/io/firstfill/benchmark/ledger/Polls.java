package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.time.ClockWait;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Takes the reads that the panel's first page makes every five seconds, one after the other, as often as is wanted. */
final class Polls {
    private static final String API = "/api/ledger/v1";
    private static final int WARM_UP = 100;
    /** Longer than a session of the database keeps counts back when it rests, which is ten seconds. */
    private static final int COUNTED_AFTER_MILLIS = 11_000;

    /** The number of reads of each table whose rows grow with use; the small ones tell what has changed. */
    private static final String TOUCHED = """
            SELECT relname || ' ' || seq_scan + coalesce(idx_scan, 0) FROM pg_stat_user_tables
            WHERE relname IN ('orders', 'listing', 'listing_decision', 'position', 'permit', 'alert', 'report',
                'price_point', 'missed_listing', 'journal_id') OR relname ~ '^journal_(first|[0-9])'
            """;

    private final Client client;
    private final Database database;
    private final InstantSource clock;
    private final List<String> paths;

    Polls(Client client, Database database, InstantSource clock, String run) {
        this.client = client;
        this.database = database;
        this.clock = clock;
        this.paths = List.of(
                API + "/runs/" + run + "/drift",
                API + "/listings?environment=paper&status=ANNOUNCED",
                API + "/orders?environment=paper&status=ARMED",
                API + "/trades?environment=paper&limit=10",
                API + "/positions?environment=paper&status=OPEN",
                API + "/alerts?environment=paper&status=OPEN",
                API + "/caps?environment=paper&limit=1",
                API + "/balances?environment=paper&limit=1");
    }

    LedgerResults.Poll measure(int trades, int count) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            poll(Map.of(), new LinkedHashMap<>());
        }
        List<Long> whole = new ArrayList<>();
        SequencedMap<String, List<Long>> byRead = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            whole.add(poll(Map.of(), byRead));
        }
        Map<String, String> tags = tags();
        Map<String, Long> before = touched();
        List<Long> unchanged = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            unchanged.add(poll(tags, new LinkedHashMap<>()));
        }
        Map<String, Long> touched = touched();
        touched.replaceAll((table, reads) -> reads - before.getOrDefault(table, 0L));
        touched.values().removeIf(difference -> difference == 0);
        SequencedMap<String, Percentiles> byPath = new LinkedHashMap<>();
        byRead.forEach((path, micros) -> byPath.put(path, Percentiles.of(micros)));
        return new LedgerResults.Poll(trades, Percentiles.of(whole), byPath, Percentiles.of(unchanged), touched);
    }

    private long poll(Map<String, String> tags, Map<String, List<Long>> reads) throws InterruptedException {
        long whole = 0;
        for (String path : paths) {
            String tag = tags.getOrDefault(path, "");
            long began = System.nanoTime();
            int status = client.get(path, tag).statusCode();
            long micros = (System.nanoTime() - began) / 1_000;
            if (status != (tag.isEmpty() ? 200 : 304)) {
                throw new IllegalStateException(path + " answered " + status + " to the tag '" + tag + "'");
            }
            reads.computeIfAbsent(path, first -> new ArrayList<>()).add(micros);
            whole += micros;
        }
        return whole;
    }

    private Map<String, String> tags() throws InterruptedException {
        Map<String, String> tags = new HashMap<>();
        for (String path : paths) {
            tags.put(path, client.get(path, "").headers().firstValue("ETag").orElseThrow());
        }
        return tags;
    }

    private Map<String, Long> touched() {
        ClockWait.until(clock.instant().plusMillis(COUNTED_AFTER_MILLIS), clock);
        Map<String, Long> reads = new TreeMap<>();
        database.column(TOUCHED).forEach(row -> {
            String[] parts = row.split(" ", 2);
            reads.put(parts[0], Long.valueOf(parts[1]));
        });
        return reads;
    }
}
