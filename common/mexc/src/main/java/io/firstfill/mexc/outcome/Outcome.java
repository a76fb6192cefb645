package io.firstfill.mexc.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param priceCap the highest price taken, in quote; present exactly for {@link OutcomeCode#REPRICE_CAP} */
public record Outcome(
        OutcomeCode meaning, int code, @Nullable BigDecimal priceCap) {

    public Outcome {
        requireNonNull(meaning, "meaning");
        if ((meaning == OutcomeCode.REPRICE_CAP) != (priceCap != null)) {
            throw new IllegalArgumentException("A cap and its meaning come together");
        }
    }
}
