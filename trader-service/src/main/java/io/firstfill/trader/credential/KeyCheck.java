package io.firstfill.trader.credential;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The exchange's answer to a signed account query. */
public sealed interface KeyCheck {
    /**
     * The exchange has answered for the key.
     *
     * @param permissions as the exchange lists them; empty where it lists none
     * @param balances of the account, from the same answer
     */
    record Valid(boolean canTrade, boolean canWithdraw, List<String> permissions, AccountBalances balances)
            implements KeyCheck {
        private static final String SPOT = "SPOT";

        public Valid {
            permissions = List.copyOf(permissions);
            Objects.requireNonNull(balances, "balances");
        }

        /** Creates an answer that states no balances. */
        public Valid(boolean canTrade, boolean canWithdraw, List<String> permissions) {
            this(canTrade, canWithdraw, permissions, AccountBalances.UNKNOWN);
        }

        /** Returns whether the key may trade spot; a key that lists no permissions may. */
        public boolean maySpot() {
            return canTrade && (permissions.isEmpty() || permissions.contains(SPOT));
        }
    }

    /**
     * The exchange refuses the key.
     *
     * @param refusedAddress our address, where the exchange named it: the key is bound to others then
     */
    record Rejected(int exchangeCode, @Nullable String refusedAddress) implements KeyCheck {}

    /** No verdict: not reached, throttled, or a fault of the exchange. */
    record Undecided(String detail) implements KeyCheck {}
}
