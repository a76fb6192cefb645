package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.Hash;
import java.sql.SQLException;
import java.util.List;

/** What a partition holds of each chain. */
final class PartitionSlices {
    private final Sql sql;
    private final Chains chains;
    private final String partition;

    PartitionSlices(Sql sql, Chains chains, String partition) {
        this.sql = sql;
        this.chains = chains;
        this.partition = partition;
    }

    List<Slice> all() throws SQLException {
        return sql.query(
                row -> new Slice(
                        row.getLong("first"),
                        new ChainHead(
                                EnvironmentId.of(row.getString("environment")),
                                row.getLong("last"),
                                new Hash(row.getString("hash"))),
                        row.getLong("count")),
                "SELECT s.*, encode(p.hash, 'hex') AS hash FROM (SELECT environment, min(position) AS first,"
                        + " max(position) AS last, count(*) AS count FROM public." + partition
                        + " GROUP BY environment) s JOIN public." + partition
                        + " p ON p.environment = s.environment AND p.position = s.last ORDER BY s.environment");
    }

    /**
     * Requires that the slice begins at the border of its chain and that the rest follows it. A clock that was set back
     * at the end of a month may have put a record into the month before.
     */
    void requireBeginningOfChain(Slice slice) throws SQLException {
        EnvironmentId environment = slice.last().environment();
        long border = chains.border(environment).position();
        List<Long> rest = sql.query(
                row -> row.getLong(1),
                "SELECT position FROM public.journal WHERE environment = ? AND position > ? ORDER BY position LIMIT 1",
                environment.value(),
                slice.last().position());
        boolean follows = rest.isEmpty()
                ? chains.head(environment).position() == slice.last().position()
                : rest.getFirst() == slice.last().position() + 1;
        boolean whole = slice.last().position() - slice.first() + 1 == slice.count();
        if (slice.first() != border + 1 || !whole || !follows) {
            throw new RefusedException("The records of " + environment + " in " + partition
                    + " are not the beginning of its chain, from position " + (border + 1)
                    + " on: a clock was set back across the end of a month, or the journal is broken."
                    + " Verify the journal");
        }
    }
}
