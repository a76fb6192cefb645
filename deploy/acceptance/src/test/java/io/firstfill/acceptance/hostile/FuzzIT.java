package io.firstfill.acceptance.hostile;

import io.firstfill.acceptance.TwoEnvironments;
import io.firstfill.local.launch.Stack;
import io.firstfill.testkit.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves that no value of a REST field and none in an answer or a push of the exchange stops anything: at the end a
 * listing is bought, recorded and shown in every environment, and of the whole run the ledger has the orders that the
 * exchange has, with their quantities and amounts, and no other.
 */
class FuzzIT extends TwoEnvironments {
    private static final long SHORT_SEED = 20_261;
    private static final int LONG_ROUNDS = 40;

    FuzzIT(Stack stack) {
        super(stack);
    }

    @Test
    void aListingIsBoughtAfterEveryFieldWasHostileOnce() {
        new FuzzRun(stack, exchange, environments, Seed.fixed(SHORT_SEED)).run(2, 0);
    }

    @Test
    @Tag("long")
    void aListingIsBoughtAfterEveryFieldWasHostileManyTimes() {
        new FuzzRun(stack, exchange, environments, Seed.drawn()).run(LONG_ROUNDS, 500);
    }
}
