package io.firstfill.trader.submit;

import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * A request on its way to the exchange.
 *
 * @param sentAt by our clock
 */
public record SentRequest(Ticket ticket, Instant sentAt, Uni<PlaceAnswer> answer) {}
