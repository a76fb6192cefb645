package io.firstfill.ledger.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.web.DeclaredRead;
import io.firstfill.testkit.openapi.DescribedAnswersFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every GET of the OpenAPI document finds its rows by an index, whichever statements it runs: a new read is tried
 * without being named here.
 */
@QuarkusTest
@KafkaAndPostgres
@TestProfile(EveryReadPlanTest.StatementsKept.class)
class EveryReadPlanTest {
    private static final int ROWS = 20_000;
    /** Rows that a page of 100 and its items may discard; a run's success is counted over all of its orders. */
    private static final long DISCARDED = 1_000;
    /** Reads that ask no database through the readers: a status, settings, and a chain that is read by positions. */
    private static final Set<String> OTHERWISE = Set.of(
            "/api/ledger/v1/recording", "/api/ledger/v1/notifications/targets", "/api/ledger/v1/audit/verification");

    public static final class StatementsKept implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RecordingReaders.class);
        }
    }

    @Inject
    RecordingReaders readers;

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void noReadNeedsToReadATableAsAWhole() throws SQLException {
        try (GeneratedLedger ledger = GeneratedLedger.over(LedgerDatabase.connectAsSuperuser())) {
            ledger.fill(ROWS);
            ledger.execute("UPDATE journal_head SET position = 1");
            String key = ledger.column("SELECT md5('busy2000')::uuid").getFirst();
            String run = GeneratedLedger.run("busy", 9).toString();
            ledger.execute("SET enable_seqscan = off");
            List<String> unexplained = new ArrayList<>();
            for (DeclaredRead read : DeclaredRead.all()) {
                if (!read.isExport() && !OTHERWISE.contains(read.path())) {
                    int statements = explain(ledger, read, read.path().contains("{runId}") ? run : key);
                    if (statements < 1) {
                        unexplained.add(read.path());
                    }
                }
            }
            assertThat(unexplained)
                    .as("reads of which no statement is explained")
                    .isEmpty();
        }
    }

    /** Returns the number of statements that the read has run, each of which was explained. */
    private int explain(GeneratedLedger ledger, DeclaredRead read, String key) {
        readers.taken();
        String order =
                read.path().contains("{clientOrderId}") ? key.replace("-", "").substring(0, 24) : key;
        Map<String, String> parameters = new TreeMap<>(read.required());
        if (read.has("environment")) {
            parameters.put("environment", "busy");
        }
        // The rows of the plans are made up by SQL, and have not all fields.
        given().noFiltersOfType(DescribedAnswersFilter.class)
                .queryParams(parameters)
                .get(read.called(order));
        List<ListQuery> statements = readers.taken();
        for (ListQuery statement : statements) {
            QueryPlan plan = QueryPlan.of(ledger, ListRequests.literal(statement));
            assertThat(plan.sequentialScans()).as(read.path() + "\n" + plan).isZero();
            assertThat(plan.discarded()).as(read.path() + "\n" + plan).isLessThanOrEqualTo(DISCARDED);
        }
        return statements.size();
    }
}
