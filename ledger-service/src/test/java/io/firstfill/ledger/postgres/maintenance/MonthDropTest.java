package io.firstfill.ledger.postgres.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.export.ExportVerifier;
import io.firstfill.testkit.PostgresResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old month leaves the database only when its file is verified and what followed from it is stored. */
class MonthDropTest {
    @TempDir
    private Path directory;

    @Test
    void anOldMonthIsExportedAndDroppedAndTheProjectionsFollowFromTheRest() throws SQLException, IOException {
        try (Connection connection = JournalOfTwoMonths.journal("month_drop", JournalOfTwoMonths.daysAgo(100))) {
            List<String> before = rebuilt(connection);
            long all = count(connection, "journal");

            assertThat(command(connection, "drop", "journal_old", directory.toString()))
                    .contains("Dropped journal_old");

            // The file has every record, and the database has the others
            Path file = directory.resolve("firstfill-journal-paper-journal_old.jsonl");
            try (var in = Files.newInputStream(file)) {
                assertThat(ExportVerifier.verify(in))
                        .matches(check -> check.intact() && check.rows() == JournalOfTwoMonths.OLD);
            }
            assertThat(count(connection, "journal")).isEqualTo(all - JournalOfTwoMonths.OLD);
            assertThat(JournalOfTwoMonths.column(
                            connection, "SELECT position || ' ' || first || ' ' || partition FROM journal_border"))
                    .containsExactly(JournalOfTwoMonths.OLD + " 1 journal_old");
            assertThat(JournalOfTwoMonths.column(
                            connection, "SELECT partition FROM journal_partition ORDER BY from_time"))
                    .doesNotContain("journal_old");

            // And the projections are the same
            assertThat(rebuilt(connection)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsDroppedWhenARecordOfTheMonthWasChanged() throws SQLException {
        try (Connection connection = JournalOfTwoMonths.journal("month_broken", JournalOfTwoMonths.daysAgo(100))) {
            asSuperuser("month_broken", "UPDATE journal SET body = body || ' ' WHERE position = 17");

            assertThat(command(connection, "drop", "journal_old", directory.toString()))
                    .contains("Nothing was changed", "position 17");
            assertThat(count(connection, "journal_old")).isEqualTo(JournalOfTwoMonths.OLD);
            assertThat(count(connection, "journal_border")).isZero();
        }
    }

    @Test
    void nothingIsDroppedWhenTheMonthIsNotTheBeginningOfAChain() throws SQLException {
        try (Connection connection = JournalOfTwoMonths.journal("month_middle", JournalOfTwoMonths.daysAgo(100))) {
            asSuperuser("month_middle", "DELETE FROM journal WHERE position = " + JournalOfTwoMonths.OLD);

            assertThat(command(connection, "drop", "journal_old", directory.toString()))
                    .contains("Nothing was changed", "not the beginning");
            assertThat(count(connection, "journal_old")).isEqualTo(JournalOfTwoMonths.OLD - 1L);
        }
    }

    @Test
    void aMonthThatIsNotLongOverOrNotTheOldestIsNotDropped() throws SQLException {
        try (Connection connection = JournalOfTwoMonths.journal("month_young", JournalOfTwoMonths.daysAgo(20))) {
            assertThat(command(connection, "drop", "journal_old", directory.toString()))
                    .contains("31 days");
            assertThat(command(connection, "drop", "journal_first", directory.toString()))
                    .contains("only the oldest");
            assertThat(count(connection, "journal_old")).isEqualTo(JournalOfTwoMonths.OLD);
        }
    }

    @Test
    void aFileIsNeverReplaced() throws SQLException, IOException {
        Path file = Files.writeString(directory.resolve("firstfill-journal-paper-journal_old.jsonl"), "mine");
        try (Connection connection = JournalOfTwoMonths.journal("month_file", JournalOfTwoMonths.daysAgo(100))) {
            assertThat(command(connection, "drop", "journal_old", directory.toString()))
                    .contains("FileAlreadyExists");
            assertThat(count(connection, "journal_old")).isEqualTo(JournalOfTwoMonths.OLD);
        }
        assertThat(file).hasContent("mine");
    }

    /** Rebuilds the projections and returns all their rows. */
    private static List<String> rebuilt(Connection connection) throws SQLException {
        assertThat(command(connection, "rebuild")).contains("Rebuilt paper");
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "run",
                "configuration",
                "configuration_version",
                "listing",
                "listing_decision",
                "orders",
                "position",
                "permit",
                "alert",
                "credential",
                "trading_state")) {
            List<String> found = JournalOfTwoMonths.column(
                    connection, "SELECT '" + table + "' || to_jsonb(t)::text FROM " + table + " t ORDER BY 1");
            assertThat(found).as(table).isNotEmpty();
            rows.addAll(found);
        }
        return rows;
    }

    private static String command(Connection connection, String... arguments) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MaintainJournal.run(connection, new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        connection.rollback();
        connection.setAutoCommit(true);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void asSuperuser(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresResource.shared().jdbcUrl(database), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica; " + sql);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(JournalOfTwoMonths.column(connection, "SELECT count(*) FROM " + table)
                .getFirst());
    }
}
