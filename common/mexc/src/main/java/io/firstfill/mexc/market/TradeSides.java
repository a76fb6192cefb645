package io.firstfill.mexc.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** The sides that a pair accepts. A number on the live wire, a string in the document. */
public enum TradeSides {
    ALL,
    BUY_ONLY,
    SELL_ONLY,
    CLOSED,
    UNKNOWN;

    @JsonCreator
    public static TradeSides of(@Nullable String wire) {
        return switch (wire) {
            case "1" -> ALL;
            case "2" -> BUY_ONLY;
            case "3" -> SELL_ONLY;
            case "4" -> CLOSED;
            case null, default -> UNKNOWN;
        };
    }
}
