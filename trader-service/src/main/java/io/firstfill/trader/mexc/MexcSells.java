package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.trader.sell.SellRequest;
import io.firstfill.trader.sell.SellVenue;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What only sells ask of MEXC. Thread-safe. */
record MexcSells(Supplier<@Nullable Signed> key, MexcWire wire, QueryQueue queries, InstantSource localClock)
        implements SellVenue {
    private static final int BOOK_LEVELS = 5;

    @Override
    public Ticket sign(SellRequest sell, Instant timestamp) {
        Signed access = Optional.ofNullable(key.get())
                .orElseThrow(() -> new IllegalStateException("No credential has been read"));
        PreparedOrder order =
                PreparedOrder.sign(OrderRequests.of(sell), timestamp, sell.recvWindow(), access.signer());
        return new MexcTicket(order, localClock.instant(), access.client());
    }

    @Override
    public Uni<Void> cancel(Pair pair, ClientOrderId id) {
        Signed access = key.get();
        return access == null
                ? Uni.createFrom().voidItem()
                : access.client()
                        .cancel(MexcNames.symbol(pair), MexcNames.clientOrderId(id.value()))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Price>> bestBid(Pair pair) {
        return queries.askFirst(() -> wire.market().depth(MexcNames.symbol(pair), BOOK_LEVELS))
                .map(AnswerReading::bestBid);
    }
}
