package io.firstfill.trader.desk;

import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;

/** A request signed and with a connection held for it. */
record Ready(Ticket ticket, Venue.Shot shot) {}
