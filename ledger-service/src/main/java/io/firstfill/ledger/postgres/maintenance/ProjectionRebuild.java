package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.contract.id.EnvironmentId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rebuilds every projection from the journal: from the snapshot at the border, and the records after it. Most of it is
 * done beside the ledger; an environment waits only while the last records are projected and its rows are replaced.
 */
final class ProjectionRebuild {
    private final Connection connection;
    private final Consumer<String> out;

    ProjectionRebuild(Connection connection, Consumer<String> out) {
        this.connection = connection;
        this.out = out;
    }

    /** @param wanted environments, all where the list is empty */
    void run(List<String> wanted) throws SQLException {
        Chains chains = new Chains(new Sql(connection));
        try (ScratchProjections scratch = ScratchProjections.create(connection)) {
            for (EnvironmentId environment : chains.environments()) {
                if (wanted.isEmpty() || wanted.contains(environment.value())) {
                    rebuild(environment, chains, scratch);
                }
            }
        }
    }

    private void rebuild(EnvironmentId environment, Chains chains, ScratchProjections scratch) throws SQLException {
        long border = chains.border(environment).position();
        long head = chains.head(environment).position();
        scratch.restore(environment);
        scratch.replay(environment, border, head);
        connection.commit();
        long last = chains.lockedHead(environment).position();
        scratch.replay(environment, head, last);
        scratch.finish();
        scratch.publish(environment);
        connection.commit();
        out.accept("Rebuilt " + environment + " from " + (last - border) + " records");
    }
}
