package io.firstfill.control.configuration.exit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exit plan as a person writes it. At least one of the first four fields must be given. */
@Schema(
        description = "The rules by which a position ends; at least one of takeProfits, stopLoss, trailingStop and"
                + " longestHolding. The first that triggers wins; the rest goes on for what is left")
public record ExitPlanDraft(
        @Schema(description = "At most 10 levels, in ascending order; their shares add up to 1 at most", maxItems = 10)
        @Nullable List<@Nullable TakeProfitDraft> takeProfits,

        @Nullable StopLossDraft stopLoss,
        @Nullable TrailingStopDraft trailingStop,

        @Schema(description = "After the first fill, whatever the price: PT1S to PT720H", examples = "PT1H") @Nullable String longestHolding,

        @Schema(
                description = "Lowest price of a sell as a fraction of the best bid, over 0 and at most 1. Left out,"
                        + " positions are sold at market",
                examples = "0.9")
        @Nullable String floor,

        @Schema(
                description = "What becomes of the positions when the run is stopped",
                enumeration = {"KEEP_EXITS", "HAND_OVER"},
                defaultValue = "KEEP_EXITS")
        @Nullable String atStop) {

    /** A level at which a share of a position is sold. */
    public record TakeProfitDraft(
            @Schema(description = "Over the average price paid, over 0 and at most 100; 0.5 is 50 %", examples = "0.5")
            @Nullable String above,

            @Schema(description = "Of the position as bought, over 0 and at most 1; 0.5 is 50 %", examples = "0.5")
            @Nullable String share,

            @Schema(description = "Whether a limit order waits at the exchange for the price", defaultValue = "false")
            @Nullable Boolean resting) {}

    /** Sells all of a position when its price has fallen too far. */
    public record StopLossDraft(
            @Schema(description = "Under the average price paid, over 0 and under 1; 0.2 is 20 %", examples = "0.2")
            @Nullable String below,

            @Schema(
                    description = "How long the price must stay there, PT0S to PT60S; two readings at least",
                    defaultValue = "PT1S")
            @Nullable String confirmation,

            @Schema(
                    description = "How long after the first fill no price counts, PT0S to PT300S",
                    defaultValue = "PT5S")
            @Nullable String grace) {}

    /** Sells all of a position when its price has fallen too far from its highest. */
    public record TrailingStopDraft(
            @Schema(description = "Under the highest bid, over 0 and under 1; 0.2 is 20 %", examples = "0.2") @Nullable String below,

            @Schema(
                    description = "How far over the average price paid the highest bid must have been, 0 to 100",
                    defaultValue = "0")
            @Nullable String activation) {}
}
