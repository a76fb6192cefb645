package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page holds what its filters say: the merged scopes of a list give what a search of all rows gives. */
class ListPagesTest {
    private static final int MANY = 1_000;
    /** Between the latest of the old rows of the busier environment and its latest rows. */
    private static final Instant MIDDLE = Instant.parse("2026-01-01T02:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private static GeneratedLedger ledger;

    static List<ApiList<?>> lists() {
        return ListRequests.LISTS;
    }

    @BeforeAll
    static void generate() throws SQLException {
        ledger = GeneratedLedger.of("list_pages", MANY);
    }

    @AfterAll
    static void close() throws SQLException {
        ledger.close();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyCombinationOfFiltersFindsWhatASearchOfAllRowsFinds(ApiList<?> list) {
        ListRequests.of(list, 5, MIDDLE).forEach(request -> check(list, request));
    }

    private static void check(ApiList<?> list, PageRequest request) {
        String merged = ListRequests.literal(ListQuery.of(list, request));

        assertThat(ledger.column("SELECT sort_key FROM (" + merged + ") page"))
                .as(merged)
                .isEqualTo(ledger.column(search(list, request)));
    }

    private static String search(ApiList<?> list, PageRequest request) {
        var cursor = request.cursor();
        return "SELECT sort_key FROM api_" + list.name() + " v WHERE true"
                + equal("environment", request.environment())
                + oneOf("status", request.filters().statuses())
                + equal("\"runId\"", request.filters().runId())
                + equal("pair", request.filters().pair())
                + oneOf("kind", request.filters().kinds())
                + oneOf("reason", request.filters().reasons())
                + (request.from() == null ? "" : " AND sort_time >= " + time(request.from()))
                + (request.to() == null ? "" : " AND sort_time < " + time(request.to()))
                + (cursor == null
                        ? ""
                        : " AND (sort_time, sort_key) < (" + time(cursor.time()) + ", '" + cursor.key() + "')")
                + " ORDER BY sort_time DESC, sort_key DESC LIMIT 6";
    }

    private static String equal(String column, @Nullable Object value) {
        return value == null ? "" : " AND " + column + " = '" + value + "'";
    }

    private static String oneOf(String column, List<String> values) {
        return values.isEmpty() ? "" : " AND " + column + " IN ('" + String.join("', '", values) + "')";
    }

    private static String time(Instant time) {
        return "timestamptz '" + OffsetDateTime.ofInstant(time, ZoneOffset.UTC) + "'";
    }
}
