package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.clock.ClockReading;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context of a call at its execution.
 *
 * @param account the account that signed the call; null on public endpoints
 * @param behaviour switches that are overridden for this call
 * @param now the time of the execution, which a fault may have delayed
 */
record CallContext(Call call, @Nullable Account account, ObjectNode behaviour, ClockReading now) {

    Params params() {
        return call.params();
    }

    Account signer() {
        return Objects.requireNonNull(account, "only a signed endpoint has a signer");
    }
}
