package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.sign.MexcSigner;
import io.smallrye.mutiny.Uni;

/** One key of an account: it signs, and its client sends. */
record Signed(MexcSigner signer, MexcSignedClient client) {
    Uni<MexcResult<OrderDetail>> order(Pair pair, ClientOrderId id) {
        return client.order(MexcNames.symbol(pair), MexcNames.clientOrderId(id.value()));
    }
}
