package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service's role owns nothing: it cannot take the rules of the journal away, only work under them. */
@QuarkusTest
@KafkaAndPostgres
class RightsTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void theServicesRoleOwnsNoTableAndNoFunction() {
        assertThat(LedgerDatabase.number("SELECT count(*) FROM pg_class WHERE relowner = 'firstfill'::regrole"))
                .isZero();
        assertThat(LedgerDatabase.number("SELECT count(*) FROM pg_proc WHERE proowner = 'firstfill'::regrole"))
                .isZero();
        assertThat(LedgerDatabase.number("SELECT count(*) FROM pg_database WHERE datdba = 'firstfill'::regrole"))
                .isZero();
    }

    @Test
    void theServicesRoleCanNeitherChangeTheJournalNorItsRules() {
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));

        List<String> attempts = List.of(
                "UPDATE journal SET type = 'x'",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "DELETE FROM journal_head",
                "ALTER TABLE journal DISABLE TRIGGER ALL",
                "DROP TRIGGER journal_rows_stay ON journal",
                "DROP TABLE journal",
                "GRANT UPDATE ON journal TO firstfill",
                "SET session_replication_role = replica",
                "CREATE TABLE mine (position int)",
                "UPDATE flyway_schema_history SET checksum = 0",
                "SET ROLE firstfill_owner");

        // A grant without the right to grant is a warning only: what counts is that it grants nothing
        assertThat(attempts).allSatisfy(attempt -> {
            if (attempt.startsWith("GRANT")) {
                LedgerDatabase.execute(attempt);
            } else {
                assertThatThrownBy(() -> LedgerDatabase.execute(attempt))
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        });
        assertThat(LedgerDatabase.number("SELECT count(*) FROM information_schema.role_table_grants "
                        + "WHERE grantee = 'firstfill' AND table_name = 'journal' "
                        + "AND privilege_type NOT IN ('SELECT', 'INSERT')"))
                .isZero();
    }
}
