package io.firstfill.ledger.postgres.batch;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Statements on one connection that do not need each other's results. */
public final class Statements {
    private Statements() {}

    /**
     * Sends all statements at once; the database executes them in their order. One after the other, each would wait for
     * the answer to the one before it, and the database for each.
     *
     * @return fails with the failure of the first statement that fails; in a transaction those behind it do nothing
     */
    public static Uni<Void> inOrder(List<? extends Uni<?>> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(statements.stream().map(Uni::replaceWithVoid).toList())
                        .andFailFast()
                        .replaceWithVoid();
    }
}
