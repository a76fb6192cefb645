package io.firstfill.trader.submit;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.state.EngineState;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The last check before a request leaves. Once a stop or a halt has been applied,
 * or a record could not be, every request is refused here.
 */
public final class SendGate {
    private final EngineState state;
    private final BooleanSupplier credentialValid;

    public SendGate(EngineState state, BooleanSupplier credentialValid) {
        this.state = state;
        this.credentialValid = credentialValid;
    }

    /** Returns why no request of the run may leave at this moment; empty when one may. */
    public Optional<DenialReason> refusal(RunId run) {
        if (!state.runs().isActive(run)) {
            return Optional.of(DenialReason.RUN_NOT_ACTIVE);
        }
        if (state.tradingState() != TradingState.ACTIVE
                || state.quarantine().first().isPresent()) {
            return Optional.of(DenialReason.TRADING_STATE);
        }
        return credentialValid.getAsBoolean() ? Optional.empty() : Optional.of(DenialReason.NO_CREDENTIAL);
    }
}
