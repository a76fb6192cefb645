package io.firstfill.trader.decide;

import io.firstfill.contract.value.Pair;

/** What holds for every buy of the environment at this moment, apart from its own memory. */
public interface Conditions {
    boolean credentialValid();

    /** Whether this trader, and no other, may act. */
    boolean leaseHeld();

    /** False where the key's own list of pairs lacks the pair and a deployment wants that denied. */
    boolean keyTakes(Pair pair);
}
