package io.firstfill.trader.sell;

import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.state.EngineState;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The last check before a sell leaves. REDUCING sells, HALTED does not; a run that is stopped or suspended keeps its
 * exits, and no sell needs a permit.
 */
public record SellGate(EngineState state, BooleanSupplier credentialValid, TradingLease lease) {
    /** Returns why no sell may leave at this moment; empty when one may. */
    public Optional<String> refusal() {
        TradingState now = state.tradingState();
        if (now != TradingState.ACTIVE && now != TradingState.REDUCING) {
            return Optional.of("trading state " + now);
        }
        if (state.quarantine().first().isPresent()) {
            return Optional.of("a record waits for an acknowledgement");
        }
        if (!credentialValid.getAsBoolean()) {
            return Optional.of("no credential");
        }
        return lease.holds() ? Optional.empty() : Optional.of("another trader may act for this account");
    }
}
