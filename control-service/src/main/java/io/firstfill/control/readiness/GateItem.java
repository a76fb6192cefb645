package io.firstfill.control.readiness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One condition of the start-up gate, which must hold before a run starts.
 *
 * @param remedy what a person can do to fulfil the condition; absent while it holds
 */
public record GateItem(String name, boolean ok, @Nullable String remedy) {
    /** The name of the item about the ledger. */
    static final String LEDGER = "ledger";

    /** Whether this item waits for the ledger alone, as a start itself would. */
    @JsonIgnore
    public boolean isLedger() {
        return name.equals(LEDGER);
    }

    static GateItem inOrder(String name) {
        return new GateItem(name, true, null);
    }

    static GateItem failing(String name, String remedy) {
        return new GateItem(name, false, remedy);
    }
}
