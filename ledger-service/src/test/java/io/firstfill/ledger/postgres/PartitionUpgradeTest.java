package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A journal from before the partitions stays as it is, and records of every month to come find their partition. */
class PartitionUpgradeTest {
    private static final String ROW = """
            INSERT INTO journal (environment, position, message_id, topic, type, body, body_sha256, occurred_at, recorded_at,
                previous_hash, hash)
            SELECT 'paper', %1$s, md5('m' || %1$s)::uuid, 'alerts.v1', 'T',
                '{"meta":{"correlationId":"' || gen_random_uuid() || '"}}', sha256(''), now(), %2$s,
                sha256(%1$s::text::bytea), sha256((%1$s + 1)::text::bytea)
            """;

    @Test
    void rowsFromBeforeArePartOfTheJournalWithTheirIdsAndNewMonthsHavePartitions() throws SQLException {
        // Given a journal of the release before, over two years
        GeneratedLedger ledger = upgraded("partition_upgrade", 900);

        // Then every row and every id is there
        assertThat(ledger.column("SELECT count(*) FROM journal")).containsExactly("900");
        assertThat(ledger.column(
                        "SELECT count(*) FROM journal j JOIN journal_id i USING (environment, message_id, position,"
                                + " recorded_at, hash)"))
                .containsExactly("900");
        assertThat(ledger.column("SELECT partition FROM journal_partition ORDER BY from_time"))
                .hasSize(4);

        // And a record of now and one of each of the next three months are taken, further ones after another creation
        for (int month = 0; month <= 3; month++) {
            ledger.execute(ROW.formatted(1_000 + month, "now() + interval '" + month + " months'"));
        }
        assertThatThrownBy(() -> ledger.execute(ROW.formatted(2_000, "now() + interval '5 months'")))
                .hasMessageContaining("no partition");
        ledger.execute("SELECT journal_create_partitions(5)");
        ledger.execute("SELECT journal_create_partitions(5)");
        ledger.execute(ROW.formatted(2_000, "now() + interval '5 months'"));
        ledger.close();
    }

    @Test
    void aDatabaseWithoutRecordsHasPartitionsFromTheBeginningOfTime() throws SQLException {
        GeneratedLedger ledger = GeneratedLedger.migrated("partition_new");

        ledger.execute(ROW.formatted(1, "timestamptz '2020-01-01'"));
        ledger.execute(ROW.formatted(2, "now()"));

        assertThat(ledger.column("SELECT position FROM journal ORDER BY position"))
                .isEqualTo(List.of("1", "2"));
        ledger.close();
    }

    @Test
    void twoLedgersCreateTheMonthsToComeAtTheSameTime() throws SQLException {
        GeneratedLedger ledger = GeneratedLedger.migrated("partition_twice");
        try (var first = PostgresResource.shared().dataSource("partition_twice").getConnection()) {
            first.setAutoCommit(false);
            create(first);

            CompletableFuture<Void> second = CompletableFuture.runAsync(PartitionUpgradeTest::createApart);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !ledger.column("SELECT pid FROM pg_locks WHERE NOT granted")
                            .isEmpty());
            first.commit();
            second.join();
        }

        assertThat(ledger.column("SELECT count(*) FROM journal_partition")).containsExactly("25");
        ledger.close();
    }

    private static void createApart() {
        try (var connection =
                PostgresResource.shared().dataSource("partition_twice").getConnection()) {
            create(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void create(Connection ledger) throws SQLException {
        try (var statement = ledger.createStatement()) {
            statement.execute("SELECT journal_create_partitions(24)");
        }
    }

    @Test
    void noRowOfAnyPartitionCanBeChangedByItsOwner() throws SQLException {
        GeneratedLedger ledger = upgraded("partition_rights", 10);
        ledger.execute(ROW.formatted(2_000, "now() + interval '1 month'"));

        for (String table : ledger.column("SELECT 'journal' UNION ALL SELECT partition FROM journal_partition")) {
            for (String attempt :
                    List.of("UPDATE " + table + " SET type = 'x'", "DELETE FROM " + table, "TRUNCATE " + table)) {
                assertThatThrownBy(() -> ledger.execute(attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|append-only).*");
            }
        }
        ledger.close();
    }

    private static GeneratedLedger upgraded(String database, int rows) throws SQLException {
        var postgres = PostgresResource.shared();
        postgres.createDatabase(database);
        migrate(database, "40");
        try (var connection = postgres.dataSource(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    ROW.formatted("n", "now() - n * interval '20 hours'") + " FROM generate_series(1, " + rows + ") n");
        }
        migrate(database, null);
        return GeneratedLedger.over(postgres.dataSource(database).getConnection());
    }

    private static void migrate(String database, @Nullable String target) {
        var postgres = PostgresResource.shared();
        Flyway.configure()
                .dataSource(postgres.dataSource(database))
                .placeholders(Map.of("runtime", postgres.user()))
                .target(target == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }
}
