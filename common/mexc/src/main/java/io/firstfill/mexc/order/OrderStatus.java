package io.firstfill.mexc.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** There is no REJECTED: an order that was refused never got an id. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    /** Ended with something filled. */
    PARTIALLY_CANCELED,
    /** A word this module does not know. Not an end: ask again. */
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

    public boolean isFinal() {
        return switch (this) {
            case FILLED, CANCELED, PARTIALLY_CANCELED -> true;
            case NEW, PARTIALLY_FILLED, UNKNOWN -> false;
        };
    }
}
