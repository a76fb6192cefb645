package io.firstfill.ledger.kafka;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** Tells a database that is away, which is waited for, from a fault that would repeat for ever. */
final class DatabaseLoss {
    /** SQLSTATE classes that say the statement or its data is wrong, whenever it is tried. */
    private static final Set<String> FAULTS = Set.of("0A", "21", "22", "23", "2F", "42", "44");

    private DatabaseLoss() {}

    static boolean isTransient(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState();
            return state == null || !FAULTS.contains(state.substring(0, 2));
        }
        return failure instanceof VertxException || !(failure instanceof RuntimeException || failure instanceof Error);
    }
}
