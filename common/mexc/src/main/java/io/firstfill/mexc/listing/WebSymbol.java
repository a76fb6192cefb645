package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstfill.mexc.reading.WireText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pair as the website lists it. A hint for preparation, never a trigger: the meaning of its readiness flags rests on
 * one author's reading.
 *
 * @param status {@code sts}, 2 said to mean ready
 * @param spotState {@code st}, 2 said to mean ready
 * @param tradingType {@code tt}, 4 said to mean ready
 */
public record WebSymbol(
        @Nullable String id,
        @JsonProperty("cd") @Nullable String coinId,
        @JsonProperty("vn") String coinName,
        @JsonProperty("fn") @Nullable String fullName,
        @JsonProperty("sts") @Nullable Integer status,
        @JsonProperty("st") @Nullable Integer spotState,
        @JsonProperty("tt") @Nullable Integer tradingType,
        @JsonProperty("ps") @Nullable Integer priceScale,
        @JsonProperty("qs") @Nullable Integer quantityScale,
        @JsonProperty("ot") @Nullable Instant openTime,
        @JsonProperty("ca") @Nullable String contractAddress) {

    public WebSymbol {
        WireText.requireName(requireNonNull(coinName, "coinName"), "coinName");
        id = WireText.describeOrNull(id);
        coinId = WireText.describeOrNull(coinId);
        fullName = WireText.describeOrNull(fullName);
        contractAddress = WireText.describeOrNull(contractAddress);
    }
}
