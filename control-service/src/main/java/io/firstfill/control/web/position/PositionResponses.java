package io.firstfill.control.web.position;

import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.control.configuration.Violation;
import io.firstfill.control.position.PositionOutcome;
import io.firstfill.control.web.Problems;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request for a sell says, and answers with what came of the command. */
final class PositionResponses {
    private PositionResponses() {}

    static @Nullable Ratio share(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Ratio share = Ratio.of(text.strip());
            if (share.isShare()) {
                return share;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as a share outside of the range is.
        }
        throw Problems.invalid(List.of(new Violation(
                "share", "must be over 0 and at most 1, with at most 6 decimals; 0.5 is half of what is left")));
    }

    static @Nullable CloseStyle style(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(CloseStyle.values())
                        .filter(style -> style.name().equals(text.strip()))
                        .findFirst()
                        .orElseThrow(() -> Problems.invalid(
                                List.of(new Violation("style", "must be one of " + List.of(CloseStyle.values())))));
    }

    static Response of(PositionOutcome outcome, EnvironmentId environment, @Nullable PositionId position) {
        return switch (outcome) {
            case PositionOutcome.Done() ->
                Response.ok(new PositionAnswer(environment, position, null)).build();
            case PositionOutcome.Recorded() ->
                Response.accepted(new PositionAnswer(environment, position, "Recorded, not yet confirmed by a trader"))
                        .build();
            case PositionOutcome.Invalid(var violations) -> throw Problems.invalid(violations);
            case PositionOutcome.Unknown() -> throw Problems.notFound("position");
            case PositionOutcome.Ended() ->
                throw conflict("position-ended", "The position has ended: it holds nothing that could be sold");
            case PositionOutcome.NothingOpen() -> throw conflict("nothing-held", "Nothing is held in " + environment);
            case PositionOutcome.Halted() ->
                throw conflict(
                        "environment-halted",
                        "The environment is HALTED: nothing is bought or sold until risk sets it to REDUCING or ACTIVE");
            case PositionOutcome.NoPlan() -> throw conflict("no-exit-plan", "The position ends by no plan");
            case PositionOutcome.NotYetKnown() ->
                throw conflict(
                        "contract-level",
                        "Not every service of this deployment knows this command yet: raise firstfill.contract.level to"
                                + " 4 once all are of this version");
            case PositionOutcome.NotAcknowledged() -> throw Problems.notAcknowledged();
            case PositionOutcome.NotSent() -> throw Problems.notSent();
            case PositionOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }

    private static RuntimeException conflict(String type, String detail) {
        return Problems.conflict(type, detail, Map.of());
    }
}
