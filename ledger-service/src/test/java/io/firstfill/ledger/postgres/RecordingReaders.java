package io.firstfill.ledger.postgres;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Keeps the statements of the readers besides running them. */
@Alternative
@Singleton
class RecordingReaders extends Readers {
    private final List<ListQuery> statements = new ArrayList<>();

    RecordingReaders(@ReactiveDataSource(Readers.NAME) Pool pool, ReaderSettings settings) {
        super(pool, settings);
    }

    @Override
    synchronized Uni<List<Row>> query(String sql, Tuple arguments) {
        statements.add(new ListQuery(sql, arguments));
        return super.query(sql, arguments);
    }

    /** Returns the statements since the last call. */
    synchronized List<ListQuery> taken() {
        List<ListQuery> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }
}
