package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page of any list costs the same however many rows there are, whatever its filters and wherever in time they match.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansTest {
    private static final int LIMIT = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Times in the middle of each environment's rows. */
    private static final Instant MIDDLE_OF_BUSY = Instant.parse("2026-02-01T00:00:00Z");

    private static final Instant MIDDLE_OF_QUIET = Instant.parse("2025-01-01T12:00:00Z");
    /** Blocks to find a key: the levels of an index of this size, and the row. */
    private static final int DESCENT = 5;
    /** Blocks per item of a page: itself, and for a listing the decisions of its runs and orders. */
    private static final int ITEM = 30;

    @SuppressWarnings("NullAway.Init")
    private GeneratedLedger ledger;

    /** What one plan read. */
    private static final class Cost {
        private int sequentialScans;
        private long discarded;
        private long read;

        void add(JsonNode node) {
            long loops = node.path("Actual Loops").asLong();
            if (node.path("Node Type").asText().contains("Seq Scan")
                    && !node.path("Relation Name").asText().equals("journal_head")) {
                sequentialScans++;
            }
            if (node.has("Relation Name")) {
                discarded += loops * node.path("Rows Removed by Filter").asLong();
                discarded += loops * node.path("Rows Removed by Index Recheck").asLong();
                read += loops * node.path("Actual Rows").asLong();
            }
            node.path("Plans").forEach(this::add);
        }
    }

    static List<ApiList<?>> lists() {
        return ListRequests.LISTS;
    }

    /** Rows of the busy environment: enough for the planner to prefer indexes. */
    int rows() {
        return 100_000;
    }

    @BeforeAll
    void generate() throws SQLException {
        ledger = GeneratedLedger.of("list_plans_" + rows(), rows());
    }

    @AfterAll
    void close() throws SQLException {
        ledger.close();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noFilterOfAListReadsMoreThanABoundedNumberOfRows(ApiList<?> list) {
        for (Instant middle : List.of(MIDDLE_OF_BUSY, MIDDLE_OF_QUIET)) {
            ListRequests.of(list, LIMIT, middle).stream()
                    .filter(request -> everyTime() || request.environment() == null || isAmongRows(request, middle))
                    .forEach(request -> check(list, request));
        }
    }

    /** Whether also times are tried at which an environment has no rows. */
    boolean everyTime() {
        return false;
    }

    private static boolean isAmongRows(PageRequest request, Instant middle) {
        return EnvironmentId.of("busy").equals(request.environment()) == middle.equals(MIDDLE_OF_BUSY);
    }

    private void check(ApiList<?> list, PageRequest request) {
        ListQuery query = ListQuery.of(list, request);
        JsonNode explained = explain(ListRequests.literal(query));
        Cost cost = new Cost();
        cost.add(explained.path("Plan"));
        int environments = request.environment() == null ? 2 : 1;
        int branches = environments
                * Math.max(1, request.status() == null ? list.statuses().size() * 2 : 2);
        int items = LIMIT + 1;
        long blocks = explained.at("/Plan/Shared Hit Blocks").asLong()
                + explained.at("/Plan/Shared Read Blocks").asLong();

        assertThat(cost.sequentialScans).as(explained::toPrettyString).isZero();
        assertThat(cost.discarded).as(explained::toPrettyString).isLessThanOrEqualTo(5L * items);
        assertThat(cost.read).as(explained::toPrettyString).isLessThanOrEqualTo((branches + 5L) * items);
        assertThat(blocks)
                .as(explained::toPrettyString)
                .isLessThanOrEqualTo((long) DESCENT * branches + (long) branches * items + (long) ITEM * items);
    }

    @Test
    void latenciesOfTheQuieterEnvironmentReadItsOwnOrdersOnly() {
        String sql = PostgresLedgerQueries.LATENCIES
                .replace("$1", "'{quiet FILLED+,quiet DENIED}'")
                .replace("$2", "NULL")
                .replace("$3", "NULL")
                .replace("$4", "NULL");
        Cost cost = new Cost();

        cost.add(explain(sql).path("Plan"));

        assertThat(cost.sequentialScans).isZero();
        assertThat(cost.discarded).isZero();
        assertThat(cost.read).isLessThanOrEqualTo(rows() / 100);
    }

    private JsonNode explain(String sql) {
        try {
            return JSON.readTree(ledger.column("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + sql)
                            .getFirst())
                    .get(0);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
