package io.firstfill.control.configuration;

import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The terms of one listing as a person writes them. They replace all earlier terms of the listing. */
@Schema(description = "A term that is left out is the one of the run's configuration; unknown fields are refused")
public record ListingTermsDraft(
        @Schema(description = "Spend on the listing, within every cap", examples = "20", pattern = DECIMAL) @Nullable String quoteAmount,

        @Schema(description = "MARKET, IOC_CAPPED or MARKET_THEN_IOC", examples = "IOC_CAPPED") @Nullable String orderStyle,

        @Schema(
                description = "Highest premium over the reference price, 0.3 is 30 %",
                examples = "0.3",
                pattern = DECIMAL)
        @Nullable String maxPremium,

        @Schema(description = "Whether no run buys the listing; false when left out") @Nullable Boolean leaveAlone,

        @Schema(examples = "the team behind it is unknown") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {
    static final String DECIMAL = "[0-9]{1,20}(\\.[0-9]{1,20})?";
}
