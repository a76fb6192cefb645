package io.firstfill.risk.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers a command about guardrails and circuit breakers. The id of an answer is derived from the command. */
public final class GuardrailDecision {
    private GuardrailDecision() {}

    public static RunEvent decide(SetGuardrails command, Limits limits, Instant now) {
        if (command.isExpired(now)) {
            return rejected(command, limits, GuardrailsRejection.EXPIRED, "read after " + command.deadline(), now);
        }
        if (command.expectedVersion() != limits.version()) {
            return rejected(
                    command,
                    limits,
                    GuardrailsRejection.VERSION_CONFLICT,
                    "expected version " + command.expectedVersion(),
                    now);
        }
        List<String> above = aboveCeiling(command.guardrails(), limits.ceilings());
        return above.isEmpty()
                ? changed(command, limits, now)
                : rejected(command, limits, GuardrailsRejection.ABOVE_CEILING, String.join(", ", above), now);
    }

    /** Returns why a circuit breaker is not reset; empty where it is. */
    public static Optional<GuardrailsRejected> refusal(
            ResetBreaker command, boolean tripped, Limits limits, Instant now) {
        if (!tripped) {
            return Optional.of(rejected(
                    command, limits, GuardrailsRejection.NOT_TRIPPED, command.cap() + " has not tripped", now));
        }
        return command.isExpired(now)
                ? Optional.of(
                        rejected(command, limits, GuardrailsRejection.EXPIRED, "read after " + command.deadline(), now))
                : Optional.empty();
    }

    /** Returns the limits with guardrails that were read; a version that is not later changes nothing. */
    public static Limits adopt(Limits limits, GuardrailsChanged changed) {
        return changed.version() > limits.version()
                ? limits.withGuardrails(changed.guardrails(), changed.version())
                : limits;
    }

    private static List<String> aboveCeiling(Guardrails wanted, Guardrails ceilings) {
        List<String> above = new ArrayList<>();
        for (Cap cap : Cap.values()) {
            Optional<Amount> limit = Limits.of(wanted, cap);
            Optional<Amount> ceiling = Limits.of(ceilings, cap);
            if (limit.isPresent() && ceiling.isPresent() && limit.get().exceeds(ceiling.get())) {
                above.add(cap + " " + limit.get() + " is above the ceiling of " + ceiling.get());
            }
        }
        return above;
    }

    private static GuardrailsChanged changed(SetGuardrails command, Limits limits, Instant now) {
        return new GuardrailsChanged(
                meta(command, "GuardrailsChanged", now),
                command.environment(),
                limits.version() + 1,
                command.guardrails(),
                limits.guardrails(),
                command.issuedBy(),
                command.reason());
    }

    private static GuardrailsRejected rejected(
            Command command, Limits limits, GuardrailsRejection reason, String detail, Instant now) {
        return new GuardrailsRejected(
                meta(command, "GuardrailsRejected", now), command.environment(), reason, limits.version(), detail);
    }

    private static Meta meta(Command command, String type, Instant now) {
        return command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
    }
}
