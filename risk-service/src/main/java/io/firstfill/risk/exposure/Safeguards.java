package io.firstfill.risk.exposure;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.risk.cap.Limits;
import java.util.List;
import java.util.Objects;

/**
 * What persons have decided about an environment, or must decide: its guardrails, and its tripped circuit breakers. It
 * is stored beside the risk book as well, so that a book that cannot be read takes none of it away.
 *
 * @param version of the guardrails
 */
public record Safeguards(Guardrails guardrails, int version, List<Tripped> tripped) {
    public static final Safeguards NONE = new Safeguards(Guardrails.NONE, 0, List.of());

    public Safeguards {
        Objects.requireNonNull(guardrails, "guardrails");
        tripped = List.copyOf(tripped);
    }

    public static Safeguards of(Limits limits, Exposure exposure) {
        return new Safeguards(
                limits.guardrails(), limits.version(), exposure.breakers().tripped());
    }

    /** Returns limits with these guardrails and no ceilings. */
    public Limits limits() {
        return Limits.NONE.withGuardrails(guardrails, version);
    }

    /** Returns an exposure with these breakers tripped and nothing counted. */
    public Exposure exposure() {
        return Exposure.NONE.with(Breakers.tripped(tripped));
    }
}
