package io.firstfill.control.configuration;

import io.firstfill.control.configuration.exit.ExitPlanDraft;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A configuration as a person writes it. Every field but environment, name and quote amount may be left out. */
@Schema(description = "What is left out gets the default named with it; unknown fields are refused")
public record ConfigurationDraft(
        @Schema(examples = "paper", required = true) @Nullable String environment,

        @Schema(description = "1 to 80 characters", examples = "spring", required = true, minLength = 1, maxLength = 80)
        @Nullable String name,

        @Schema(
                description = "Spend per listing, in the quote asset",
                pattern = ConfigurationDraft.DECIMAL,
                examples = "25",
                required = true)
        @Nullable String quoteAmount,

        @Nullable SymbolsDraft symbols,

        @Schema(
                enumeration = {"MARKET", "IOC_CAPPED", "MARKET_THEN_IOC"},
                defaultValue = "MARKET")
        @Nullable String orderStyle,

        @Schema(description = "At most PT1S", pattern = ConfigurationDraft.DURATION, defaultValue = "PT1S") @Nullable String recvWindow,

        @Schema(description = "PT0.1S to PT60S", pattern = ConfigurationDraft.DURATION, defaultValue = "PT2S") @Nullable String signalMaxAge,

        @Schema(
                description = "More than zero, at most PT60S",
                pattern = ConfigurationDraft.DURATION,
                defaultValue = "PT0.5S")
        @Nullable String latencyBudget,

        @Schema(description = "PT0S to PT60S", pattern = ConfigurationDraft.DURATION, defaultValue = "PT3S") @Nullable String probeWindow,

        @Nullable CapsDraft caps,
        @Nullable SafetyDraft safety,

        @Schema(
                description =
                        "Highest price of a capped buy. Without it and without maxPremium the book's best offer plus"
                                + " the trader's slippage is the cap",
                pattern = ConfigurationDraft.DECIMAL,
                examples = "0.05")
        @Nullable String priceCap,

        @Schema(
                description = "Highest price of a capped buy over the reference price, from 0 to 10; 0.3 is 30 %. The"
                        + " reference is the first trade, before there is one the best offer at the opening",
                pattern = ConfigurationDraft.DECIMAL,
                examples = "0.3")
        @Nullable String maxPremium,

        @Nullable PollingDraft polling,

        @Schema(description = "By which each position of the run ends. Left out, positions are the operator's to sell")
        @Nullable ExitPlanDraft exitPlan) {
    static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";
    static final String DURATION = "^P[0-9DTHMS.]+$";

    /**
     * The symbol filter of a draft. Empty patterns match any asset. There is one quote asset: the unit of amounts and
     * caps.
     */
    public record SymbolsDraft(
            @Schema(
                    description = "Exactly one, no pattern: amounts and caps are in it. Default: USDT",
                    examples = "[\"USDT\"]",
                    minItems = 1,
                    maxItems = 1)
            @Nullable List<String> quoteAssets,

            @Schema(
                    description = "Glob patterns over the base asset, at most 500. Default and empty: any",
                    examples = "[\"AI*\"]",
                    maxItems = 500)
            @Nullable List<String> allow,

            @Schema(
                    description = "Glob patterns over the base asset, at most 500; one match refuses",
                    examples = "[\"*3L\"]",
                    maxItems = 500)
            @Nullable List<String> deny) {}

    /** The caps of a draft; a cap that is left out gets its default. */
    public record CapsDraft(
            @Schema(
                    description = "Default 10, or the environment's ceiling where that is lower",
                    minimum = "1",
                    maximum = "10000")
            @Nullable Integer tradesPerHour,

            @Schema(
                    description =
                            "Over the whole run. Default 10 buys, or the environment's ceiling where that is lower",
                    pattern = ConfigurationDraft.DECIMAL,
                    examples = "250")
            @Nullable String spend,

            @Schema(description = "Default 3", minimum = "1", maximum = "1000") @Nullable Integer concurrentListings,

            @Schema(
                    description = "Over one UTC day. Left out, no limit of the run",
                    pattern = ConfigurationDraft.DECIMAL,
                    examples = "250")
            @Nullable String spendPerDay,

            @Schema(
                    description = "Positions held at the same time. Left out, no limit of the run",
                    minimum = "1",
                    maximum = "1000")
            @Nullable Integer openPositions,

            @Schema(
                    description = "Realised loss of one UTC day, fees included. Left out, no limit of the run",
                    pattern = ConfigurationDraft.DECIMAL,
                    examples = "50")
            @Nullable String lossPerDay,

            @Schema(
                    description =
                            "Buys in a row that failed; then none until a person resets it. Left out, no limit of the"
                                    + " run",
                    minimum = "1",
                    maximum = "1000")
            @Nullable Integer consecutiveFailures) {
        static final CapsDraft NONE = new CapsDraft(null, null, null, null, null, null, null);
    }

    /** How often the run's feeds are polled, within the bounds of the scanner. */
    public record PollingDraft(
            @Schema(
                    description =
                            "Between two polls of the symbols that trade, PT0.1S to PT10S. Left out, the scanner's",
                    pattern = ConfigurationDraft.DURATION,
                    examples = "PT0.5S")
            @Nullable String tickerInterval,

            @Schema(
                    description = "Between two polls of announced listings, PT1S to PT10M. Left out, the scanner's",
                    pattern = ConfigurationDraft.DURATION,
                    examples = "PT30S")
            @Nullable String calendarInterval) {}

    /** The safety switches of a draft. A switch that is left out is on. */
    public record SafetyDraft(
            @Nullable Boolean buyScheduled,
            @Nullable Boolean buySurprise,
            @Nullable Boolean requireQualified) {}
}
