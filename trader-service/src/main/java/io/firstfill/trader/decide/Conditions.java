package io.firstfill.trader.decide;

import io.firstfill.contract.value.Pair;

/** The conditions of every buy of the environment at this moment that its memory does not hold. */
public interface Conditions {
    boolean credentialValid();

    /** Returns whether this trader, and no other, may act. */
    boolean leaseHeld();

    /** False where the key's own list of pairs lacks the pair and a deployment wants that denied. */
    boolean keyTakes(Pair pair);
}
