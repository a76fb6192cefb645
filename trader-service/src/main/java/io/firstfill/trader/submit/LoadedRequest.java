package io.firstfill.trader.submit;

import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;

/** A signed request of one buy, with a connection held for it. */
public record LoadedRequest(Ticket ticket, Venue.Shot shot) {}
