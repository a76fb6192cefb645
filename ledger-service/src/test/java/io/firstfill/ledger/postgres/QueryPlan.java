package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a statement read, by EXPLAIN ANALYZE. */
final class QueryPlan {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Tables with a row for each environment or topic or migration. */
    private static final Set<String> SMALL = Set.of("journal_head", "topic_head", "flyway_schema_history");

    private final JsonNode explained;
    private final List<String> tables = new ArrayList<>();
    private int sequentialScans;
    private long discarded;
    private long read;

    private QueryPlan(JsonNode explained) {
        this.explained = explained;
        add(explained.path("Plan"));
    }

    static QueryPlan of(GeneratedLedger ledger, String sql) {
        try {
            return new QueryPlan(
                    JSON.readTree(ledger.column("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + sql)
                                    .getFirst())
                            .get(0));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void add(JsonNode node) {
        long loops = node.path("Actual Loops").asLong();
        String table = node.path("Relation Name").asText();
        if (!table.isEmpty() && !SMALL.contains(table)) {
            tables.add(table);
            sequentialScans += node.path("Node Type").asText().contains("Seq Scan") ? 1 : 0;
        }
        if (!table.isEmpty()) {
            discarded += loops * node.path("Rows Removed by Filter").asLong();
            discarded += loops * node.path("Rows Removed by Index Recheck").asLong();
            read += loops * node.path("Actual Rows").asLong();
        }
        node.path("Plans").forEach(this::add);
    }

    /** Returns the tables that were read, without the small ones. */
    List<String> tables() {
        return tables;
    }

    int sequentialScans() {
        return sequentialScans;
    }

    long discarded() {
        return discarded;
    }

    long read() {
        return read;
    }

    long blocks() {
        return explained.at("/Plan/Shared Hit Blocks").asLong()
                + explained.at("/Plan/Shared Read Blocks").asLong();
    }

    @Override
    public String toString() {
        return explained.toPrettyString();
    }
}
