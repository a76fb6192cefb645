package io.firstfill.trader.mexc;

import io.firstfill.mexc.LoadedCall;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * A signed order, with the client of the key it was signed with: header and signature must name the same key. Its
 * text form holds nothing that could be sent: see {@link PreparedOrder}.
 *
 * @param client sends it
 */
record MexcTicket(PreparedOrder order, Instant signedAt, MexcSignedClient client) implements Ticket {
    @Override
    public Instant expiry() {
        return order.expiry();
    }

    /** Holds a connection for the order. */
    Venue.Shot load(AnswerReading reading) {
        return new Loaded(client.load(order), reading);
    }

    private record Loaded(LoadedCall<OrderAck> held, AnswerReading reading) implements Venue.Shot {
        @Override
        public Uni<PlaceAnswer> fire() {
            return held.fire().map(reading::placed);
        }

        @Override
        public void unload() {
            held.unload();
        }
    }

    static MexcTicket own(Ticket ticket) {
        return switch (ticket) {
            case MexcTicket mine -> mine;
            default -> throw new IllegalArgumentException("Not a ticket of this venue");
        };
    }
}
