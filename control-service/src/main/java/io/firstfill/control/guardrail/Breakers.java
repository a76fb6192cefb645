package io.firstfill.control.guardrail;

import io.firstfill.contract.value.Cap;
import java.util.Optional;
import java.util.Set;

/** The caps that are circuit breakers: they block until a person resets them. */
public final class Breakers {
    static final Set<Cap> ALL = Set.of(Cap.LOSS_PER_DAY, Cap.CONSECUTIVE_FAILURES);

    private Breakers() {}

    /** Returns the circuit breaker of this name; empty when there is none. */
    public static Optional<Cap> named(String name) {
        return ALL.stream().filter(cap -> cap.name().equals(name)).findFirst();
    }
}
