package io.firstfill.trader.mexc;

import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.trader.order.Ticket;
import java.time.Instant;

/** A signed order. Its text form holds nothing that could be sent: see {@link PreparedOrder}. */
record MexcTicket(PreparedOrder order, Instant signedAt) implements Ticket {
    @Override
    public Instant expiry() {
        return order.expiry();
    }
}
