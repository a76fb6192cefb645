package io.firstfill.control.guardrail;

import io.firstfill.control.configuration.Violation;
import java.util.List;

/** The outcome of setting guardrails, or of resetting a circuit breaker. */
public sealed interface GuardrailOutcome {
    /** In force. */
    record Changed(GuardrailsStatus guardrails) implements GuardrailOutcome {}

    record Reset() implements GuardrailOutcome {}

    /** The draft breaks rules. */
    record Invalid(List<Violation> violations) implements GuardrailOutcome {}

    /** The guardrails have another version than the expected one. */
    record VersionConflict(int currentVersion) implements GuardrailOutcome {}

    /** Risk-service knows lower ceilings than control. */
    record AboveCeiling(String detail) implements GuardrailOutcome {}

    record NotTripped() implements GuardrailOutcome {}

    /** The deadline passed: risk-service obeyed the command before it, or never will. */
    record NoAnswer() implements GuardrailOutcome {}

    /** The command, which does not expire, is recorded; risk-service has not answered in time. */
    record Recorded() implements GuardrailOutcome {}

    /** Not every service of this deployment knows the command yet. */
    record NotYetKnown() implements GuardrailOutcome {}

    record NotAcknowledged() implements GuardrailOutcome {}

    record NotSent() implements GuardrailOutcome {}

    record KeyReused() implements GuardrailOutcome {}
}
