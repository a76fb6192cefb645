package io.firstfill.control.guardrail;

import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Guardrails as a person writes them. They replace all guardrails of the environment. */
@Schema(description = "A limit that is left out does not exist; unknown fields are refused")
public record GuardrailsDraft(
        @Schema(description = "Buys in any 60 minutes", minimum = "1", maximum = "10000") @Nullable Integer tradesPerHour,

        @Schema(description = "Quote amount over one run", examples = "250", pattern = DECIMAL) @Nullable String spendPerRun,

        @Schema(description = "Quote amount over one UTC day", examples = "500", pattern = DECIMAL) @Nullable String spendPerDay,

        @Schema(description = "Listings with a permit in use", minimum = "1", maximum = "1000") @Nullable Integer concurrentListings,

        @Schema(description = "Positions held at the same time", minimum = "1", maximum = "1000") @Nullable Integer openPositions,

        @Schema(
                description = "Realised loss over one UTC day, fees included; a person resets the breaker",
                examples = "50",
                pattern = DECIMAL)
        @Nullable String lossPerDay,

        @Schema(description = "Buys in a row that failed; a person resets the breaker", minimum = "1", maximum = "1000")
        @Nullable Integer consecutiveFailures,

        @Schema(examples = "odd fills since noon") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {
    static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";
}
