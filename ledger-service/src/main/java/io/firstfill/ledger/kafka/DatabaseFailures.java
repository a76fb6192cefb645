package io.firstfill.ledger.kafka;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a database that is unavailable, which is retried, from an error that the same record would cause again.
 */
final class DatabaseFailures {
    /**
     * SQLSTATE classes of conditions that pass without another record: connection, access, conflict, resources,
     * intervention, system, configuration. Every other class is about the statement or its data.
     */
    private static final Set<String> TRANSIENT = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58", "F0");
    /** A missing right and damaged files: no record is guilty of either. */
    private static final Set<String> TRANSIENT_STATES = Set.of("42501", "XX001", "XX002");

    /** A check that fails, or a partition that is missing, which alone names no constraint. */
    private static final String CHECK_FAILED = "23514";

    private DatabaseFailures() {}

    static boolean isTransient(Throwable failure) {
        return switch (failure) {
            case PgException refused -> isTransient(refused.getSqlState()) || isWithoutPartition(refused);
            case VertxException lost -> true;
            case StackOverflowError deep -> false;
            // Memory or a class that cannot be loaded: the next record would fail as well.
            case Error broken -> true;
            case RuntimeException bug -> false;
            default -> true;
        };
    }

    /** Every record has its time of recording from the ledger: one without a partition is not to blame. */
    private static boolean isWithoutPartition(PgException refused) {
        return CHECK_FAILED.equals(refused.getSqlState()) && refused.getConstraint() == null;
    }

    private static boolean isTransient(@Nullable String state) {
        return state == null
                || state.length() != 5
                || TRANSIENT.contains(state.substring(0, 2))
                || TRANSIENT_STATES.contains(state);
    }

    /** Describes a failure without the data that caused it, which its message may quote. */
    static String describe(Throwable failure) {
        return failure instanceof PgException refused
                ? "the database refuses it, SQLSTATE " + refused.getSqlState()
                : failure.getClass().getSimpleName();
    }
}
