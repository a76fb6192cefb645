package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.ledger.journal.ChainHead;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Exports the oldest partition of the journal and drops it. Nothing is dropped before every file is verified and the
 * projections that follow from the partition are stored; border, snapshot and drop are one transaction. What remains is
 * verified from the border on.
 */
final class MonthDrop {
    /** Longer than any topic keeps a record that the ledger may read again. */
    private static final String AGE = "31 days";

    private final Connection connection;
    private final Sql sql;
    private final Chains chains;
    private final Consumer<String> out;

    MonthDrop(Connection connection, Consumer<String> out) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.chains = new Chains(sql);
        this.out = out;
    }

    /** @throws RefusedException when the partition cannot be dropped; nothing was changed */
    void run(String partition, Path directory) throws SQLException, IOException {
        requireOldest(partition);
        PartitionSlices slices = new PartitionSlices(sql, chains, partition);
        List<ExportedSlice> exported = new ArrayList<>();
        for (Slice slice : slices.all()) {
            slices.requireBeginningOfChain(slice);
            exported.add(new SliceExport(connection).export(partition, slice, directory));
            out.accept("Exported and verified " + exported.getLast().file());
        }
        try (ScratchProjections scratch = ScratchProjections.create(connection)) {
            for (ExportedSlice slice : exported) {
                ChainHead last = slice.slice().last();
                scratch.restore(last.environment());
                scratch.replay(last.environment(), slice.slice().first() - 1, last.position());
                scratch.finish();
                connection.commit();
            }
            drop(partition, exported, scratch);
        }
        out.accept("Dropped " + partition);
    }

    private void requireOldest(String partition) throws SQLException {
        List<String> oldest = sql.query(
                row -> row.getString(1), "SELECT partition FROM public.journal_partition ORDER BY from_time LIMIT 1");
        if (!oldest.equals(List.of(partition))) {
            throw new RefusedException("The oldest partition is " + oldest + "; only the oldest can be dropped");
        }
        boolean old = sql.query(
                        row -> row.getBoolean(1),
                        "SELECT to_time < now() - interval '" + AGE + "' FROM public.journal_partition"
                                + " WHERE partition = ?",
                        partition)
                .getFirst();
        if (!old) {
            throw new RefusedException("A month can be dropped " + AGE + " after its end: until then a record of it may"
                    + " be read again");
        }
    }

    private void drop(String partition, List<ExportedSlice> exported, ScratchProjections scratch) throws SQLException {
        sql.script("SET LOCAL lock_timeout = '5s'");
        for (ExportedSlice slice : exported) {
            ChainHead last = slice.slice().last();
            scratch.store(last.environment());
            sql.run(
                    "INSERT INTO public.journal_border (environment, position, hash, first, partition, export_sha256,"
                            + " dropped_at) VALUES (?, ?, decode(?, 'hex'), ?, ?, ?, now())",
                    last.environment().value(),
                    last.position(),
                    last.hash().hex(),
                    slice.slice().first(),
                    partition,
                    slice.sha256());
        }
        sql.script(
                "ALTER TABLE public.journal DETACH PARTITION public." + partition + "; DROP TABLE public." + partition);
        connection.commit();
    }
}
