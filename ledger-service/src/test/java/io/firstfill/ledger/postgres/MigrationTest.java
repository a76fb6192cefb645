package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.testkit.PostgresResource;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Edge case of the spec: the service does not start after a failed migration, and the exception says what to do. */
class MigrationTest {
    @Test
    void aFailedMigrationSaysWhatToDo() throws SQLException {
        // Given a database with a journal that no migration made
        var postgres = PostgresResource.shared();
        postgres.createDatabase("foreign_journal");
        var source = postgres.dataSource("foreign_journal");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS journal (position int)");
        }
        var migration = new Migration(Flyway.configure()
                .dataSource(postgres.jdbcUrl("foreign_journal"), postgres.user(), postgres.password())
                .load());

        // When the ledger starts on that database, then it refuses
        assertThatThrownBy(() -> migration.migrate(new StartupEvent()))
                .hasMessageContaining("nothing was recorded or lost")
                .hasMessageContaining("restore the backup");
    }
}
