package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.postgres.missed.MissedSql;
import io.firstfill.ledger.query.report.ReportLists;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A read that is no page of a list reads its own rows, by an index; a poll that finds nothing new reads none. */
class ReadPlansTest {
    private static final int ROWS = 100_000;

    @SuppressWarnings("NullAway.Init")
    private static GeneratedLedger ledger;

    @BeforeAll
    static void generate() throws SQLException {
        ledger = GeneratedLedger.of("read_plans", ROWS);
    }

    @AfterAll
    static void close() throws SQLException {
        ledger.close();
    }

    @Test
    void latenciesOfTheQuieterEnvironment() {
        QueryPlan plan = plan(PostgresLedgerQueries.LATENCIES, "'{quiet FILLED+,quiet DENIED,quiet FILLED+~}'");

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.discarded()).isZero();
        assertThat(plan.read()).isLessThanOrEqualTo(ROWS / 100);
    }

    @Test
    void latenciesOfARun() {
        String run = "busy " + GeneratedLedger.run("busy", 9);
        QueryPlan plan = plan(PostgresLedgerQueries.LATENCIES_OF_RUN, "'{" + run + " FILLED+," + run + " FILLED+~}'");

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.discarded()).isZero();
        assertThat(plan.read()).isBetween(1L, ROWS / 20L);
    }

    @Test
    void aPageOfPrices() {
        QueryPlan plan = plan(PostgresLedgerQueries.PRICES, "md5('busy2000')::uuid");

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.read()).isBetween(1L, 21L);
    }

    @Test
    void theSuccessRateOfARun() {
        QueryPlan plan = plan(ListQuery.one(ReportLists.SUCCESS_RATES), "'" + GeneratedLedger.run("busy", 10) + "'");

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.blocks()).isLessThanOrEqualTo(ROWS / 20 * 3);
    }

    @Test
    void theOpeningsOfAnHour() {
        QueryPlan plan = QueryPlan.of(
                ledger,
                MissedSql.OPENINGS
                        .replace("$1", "'busy'")
                        .replace("$2", "timestamptz '2026-01-10 00:00Z'")
                        .replace("$3", "timestamptz '2026-01-10 01:00Z'"));

        assertThat(plan.sequentialScans()).as(plan::toString).isZero();
        assertThat(plan.read()).isBetween(60L, 180L * 20);
    }

    @Test
    void aPollThatFindsNothingNew() {
        QueryPlan plan = QueryPlan.of(
                ledger,
                PostgresLedgerQueries.HEADS.replace("$1", "'{orders.v1}'").replace("$2", "NULL::text"));

        assertThat(plan.tables()).isEmpty();
        assertThat(plan.blocks()).isLessThanOrEqualTo(5);
    }

    /** Explains a statement with its first argument, the others null, and a limit of 20. */
    private static QueryPlan plan(String sql, String first) {
        return QueryPlan.of(
                ledger,
                sql.replace("$1", first)
                        .replace("$2", "NULL")
                        .replace("$3", "NULL")
                        .replace("$4", "NULL")
                        .replace("$5", "20"));
    }
}
