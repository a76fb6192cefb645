package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.OrderItem;
import io.firstfill.ledger.query.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page of any list costs the same however many rows there are, whatever its filters and wherever in time they match.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansTest {
    private static final int LIMIT = 20;
    /** Times in the middle of each environment's rows. */
    private static final Instant MIDDLE_OF_BUSY = Instant.parse("2026-02-01T00:00:00Z");

    private static final Instant MIDDLE_OF_QUIET = Instant.parse("2025-01-01T12:00:00Z");
    /** Blocks to find a key: the levels of an index of this size, and the row. */
    private static final int DESCENT = 5;
    /** Blocks per item of a page: itself, and for a listing the decisions, the orders and the run it opened in. */
    private static final int ITEM = 30;
    /** Rows per item of a page: those of its runs, decisions and orders, and what a filter discards. */
    private static final int ROWS = 10;

    @SuppressWarnings("NullAway.Init")
    private GeneratedLedger ledger;

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
        QueryPlan plan = QueryPlan.of(ledger, ListRequests.literal(query));
        int branches = branches(list, request);
        int items = LIMIT + 1;

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.discarded()).as(plan::toString).isLessThanOrEqualTo(5L * items);
        assertThat(plan.read()).as(plan::toString).isLessThanOrEqualTo((long) (branches + ROWS) * items);
        assertThat(plan.blocks())
                .as(plan::toString)
                .isLessThanOrEqualTo((long) DESCENT * branches + (long) branches * items + (long) ITEM * items);
    }

    /** Returns the number of scopes that may hold items; those of orders also tell fills and kinds. */
    private static int branches(ApiList<?> list, PageRequest request) {
        var filters = request.filters();
        int statuses = Math.max(
                1,
                filters.statuses().isEmpty()
                        ? list.statuses().size()
                        : filters.statuses().size());
        int kinds = Math.max(1, filters.kinds().size());
        int reasons = Math.max(1, filters.reasons().size());
        int environments = request.environment() == null ? 2 : 1;
        return environments * statuses * kinds * reasons * (list.item().equals(OrderItem.class) ? 4 : 2);
    }
}
