package io.firstfill.trader.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exchange says to a signed account query. */
public sealed interface KeyCheck {
    /** @param permissions as the exchange lists them; empty where it lists none */
    record Valid(boolean canTrade, boolean canWithdraw, List<String> permissions) implements KeyCheck {
        private static final String SPOT = "SPOT";

        public Valid {
            permissions = List.copyOf(permissions);
        }

        /** Whether an order of ours has a chance; a key that lists nothing is believed. */
        public boolean maySpot() {
            return canTrade && (permissions.isEmpty() || permissions.contains(SPOT));
        }
    }

    /** @param refusedAddress ours, where the exchange named it: then the key is bound to others */
    record Rejected(int exchangeCode, @Nullable String refusedAddress) implements KeyCheck {}

    /** No verdict: not reached, throttled, or a fault of the exchange. */
    record Undecided(String detail) implements KeyCheck {}
}
