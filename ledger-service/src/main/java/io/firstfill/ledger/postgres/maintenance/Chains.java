package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads where the chains begin and end. */
final class Chains {
    private final Sql sql;

    Chains(Sql sql) {
        this.sql = sql;
    }

    List<EnvironmentId> environments() throws SQLException {
        return sql.query(
                row -> EnvironmentId.of(row.getString(1)),
                "SELECT environment FROM public.journal_head WHERE position > 0 ORDER BY environment");
    }

    /** Returns the last record that was dropped; the genesis where none was. */
    ChainHead border(EnvironmentId environment) throws SQLException {
        List<ChainHead> found = sql.query(
                row -> head(environment, row),
                "SELECT position, encode(hash, 'hex') FROM public.journal_border WHERE environment = ?"
                        + " ORDER BY position DESC LIMIT 1",
                environment.value());
        return found.isEmpty() ? ChainHead.genesis(environment) : found.getFirst();
    }

    ChainHead head(EnvironmentId environment) throws SQLException {
        return head(environment, "");
    }

    /** Returns the head, which no ledger moves until the transaction ends. */
    ChainHead lockedHead(EnvironmentId environment) throws SQLException {
        return head(environment, " FOR UPDATE");
    }

    private ChainHead head(EnvironmentId environment, String lock) throws SQLException {
        return sql.query(
                        row -> head(environment, row),
                        "SELECT position, encode(hash, 'hex') FROM public.journal_head WHERE environment = ?" + lock,
                        environment.value())
                .getFirst();
    }

    private static ChainHead head(EnvironmentId environment, ResultSet row) throws SQLException {
        return new ChainHead(environment, row.getLong(1), new Hash(row.getString(2)));
    }
}
