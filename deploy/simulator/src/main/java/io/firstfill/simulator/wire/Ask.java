package io.firstfill.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.exchange.Account;
import io.firstfill.simulator.exchange.Moment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call at the moment it is carried out.
 *
 * @param account who signed it; null on public endpoints
 * @param behaviour switches for this request only
 */
record Ask(Call call, @Nullable Account account, ObjectNode behaviour, Moment now) {

    Params params() {
        return call.params();
    }

    Account signer() {
        return Objects.requireNonNull(account, "a signed endpoint has a signer");
    }
}
