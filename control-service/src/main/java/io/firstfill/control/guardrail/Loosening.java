package io.firstfill.control.guardrail;

import io.firstfill.contract.configuration.Guardrails;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares guardrails with those that they replace. */
final class Loosening {
    private Loosening() {}

    /** Returns whether a limit is raised or removed. */
    static boolean of(Guardrails from, Guardrails to) {
        return loosens(from, to, Guardrails::tradesPerHour)
                || loosens(from, to, Guardrails::spendPerRun)
                || loosens(from, to, Guardrails::spendPerDay)
                || loosens(from, to, Guardrails::concurrentListings)
                || loosens(from, to, Guardrails::openPositions)
                || loosens(from, to, Guardrails::lossPerDay)
                || loosens(from, to, Guardrails::consecutiveFailures);
    }

    private static <T extends Comparable<T>> boolean loosens(
            Guardrails from, Guardrails to, Function<Guardrails, @Nullable T> limit) {
        T before = limit.apply(from);
        T after = limit.apply(to);
        return before != null && (after == null || after.compareTo(before) > 0);
    }
}
