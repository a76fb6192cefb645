package io.firstfill.trader.decide;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import java.util.Optional;

/** The conditions of every buy of the environment at this moment that its memory does not hold. */
public interface Conditions {
    boolean credentialValid();

    /** Returns whether this trader, and no other, may act. */
    boolean leaseHeld();

    /** False where the key's own list of pairs lacks the pair and a deployment wants that denied. */
    boolean keyTakes(Pair pair);

    /**
     * Returns what can be spent on the order: the free balance less all other buys that it may not be without yet.
     * Empty where the balance is not known.
     */
    Optional<Amount> available(Asset quote, ClientOrderId order);

    /** A buy cannot be paid, as far as is known. */
    void unpaid();
}
