package io.firstfill.mexc.market;

import org.jspecify.annotations.Nullable;

/** The status of a pair. {@code PAUSED} is shown by halted pairs and by pairs that have not opened yet. */
public enum SymbolStatus {
    ONLINE,
    PAUSED,
    OFFLINE,
    UNKNOWN;

    public static SymbolStatus of(@Nullable String wire) {
        return switch (wire) {
            case "1", "ENABLED" -> ONLINE;
            case "2" -> PAUSED;
            case "3" -> OFFLINE;
            case null, default -> UNKNOWN;
        };
    }
}
