package io.firstfill.mexc.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** The status of an order. There is no REJECTED, because an order that was refused never got an id. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    /** Final, with a part filled. */
    PARTIALLY_CANCELED,
    /** A status that this module does not know. Not final: query the order again. */
    UNKNOWN;

    @JsonCreator
    public static OrderStatus of(@Nullable String wire) {
        return switch (wire) {
            case "NEW" -> NEW;
            case "PARTIALLY_FILLED" -> PARTIALLY_FILLED;
            case "FILLED" -> FILLED;
            case "CANCELED" -> CANCELED;
            case "PARTIALLY_CANCELED" -> PARTIALLY_CANCELED;
            case null, default -> UNKNOWN;
        };
    }
}
