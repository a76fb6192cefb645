package io.firstfill.ledger.kafka;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** Distinguishes a database that is unavailable, which is retried, from an error that every retry would repeat. */
final class DatabaseFailures {
    /** SQLSTATE classes for a statement or data that is wrong, whenever the statement runs. */
    private static final Set<String> PERMANENT = Set.of("0A", "21", "22", "23", "2F", "42", "44");

    private DatabaseFailures() {}

    static boolean isTransient(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState();
            return state == null || !PERMANENT.contains(state.substring(0, 2));
        }
        return failure instanceof VertxException || !(failure instanceof RuntimeException || failure instanceof Error);
    }
}
