package io.firstfill.simulator.control;

import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.Moment;
import io.firstfill.simulator.exchange.TradeSides;
import io.firstfill.simulator.exchange.Visibility;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listings: announce, postpone, advance, withdraw; and the markets they become. */
final class ListingRoutes {

    /** Only what is given changes. */
    record ListingChange(
            @Nullable Instant openAt,
            @Nullable Instant visibleInCalendarAt,
            @Nullable Instant visibleInExchangeInfoAt,
            @Nullable Instant visibleInSymbolsV2At,
            @Nullable Instant readyInSymbolsV2At,
            @Nullable BigDecimal referencePrice,
            @Nullable Boolean paused,
            @Nullable TradeSides tradeSides) {}

    private final Exchange exchange;

    ListingRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.POST, "/listings", 201, this::schedule);
        server.route(HttpMethod.GET, "/listings", 200, context -> all());
        server.route(HttpMethod.GET, "/listings/:symbol", 200, context -> report(listing(context)));
        server.route(HttpMethod.PATCH, "/listings/:symbol", 200, this::change);
        server.route(HttpMethod.DELETE, "/listings/:symbol", 200, this::withdraw);
    }

    private List<ListingReport> all() {
        exchange.now();
        return exchange.listings().all().stream().map(this::report).toList();
    }

    private ListingReport schedule(RoutingContext context) {
        NewListing wanted = ControlServer.read(context, NewListing.class);
        String symbol = wanted.pair().symbol();
        Instant opening = wanted.opening();
        BigDecimal price = wanted.price();
        if (exchange.listings().isTaken(symbol)) {
            throw new ConflictException("pair " + symbol + " exists");
        }
        if (wanted.behaviour() != null) {
            exchange.behaviours().patch(symbol, wanted.behaviour());
        }
        return report(exchange.listings()
                .schedule(wanted.pair(), price, opening, wanted.openDelayMillis(), wanted.visibility()));
    }

    private ListingReport change(RoutingContext context) {
        ListingChange change = ControlServer.read(context, ListingChange.class);
        exchange.now();
        Listing listing = listing(context);
        if (change.openAt() != null && !listing.reschedule(change.openAt())) {
            throw new ConflictException(listing.symbol() + " is open or withdrawn");
        }
        Visibility shown = listing.visibility();
        listing.showFrom(new Visibility(
                or(change.visibleInCalendarAt(), shown.calendar()),
                or(change.visibleInExchangeInfoAt(), shown.exchangeInfo()),
                or(change.visibleInSymbolsV2At(), shown.symbolsV2()),
                or(change.readyInSymbolsV2At(), shown.symbolsV2Ready())));
        if (change.referencePrice() != null) {
            listing.market().moveTo(change.referencePrice());
        }
        if (change.paused() != null) {
            listing.market().pause(change.paused());
        }
        if (change.tradeSides() != null) {
            listing.market().restrictTo(change.tradeSides());
        }
        return report(listing);
    }

    private ListingReport withdraw(RoutingContext context) {
        Moment now = exchange.now();
        Listing listing = listing(context);
        if (!listing.withdraw(now)) {
            throw new ConflictException(listing.symbol() + " is open or withdrawn");
        }
        return report(listing);
    }

    private ListingReport report(Listing listing) {
        return ListingReport.of(listing, exchange.clock());
    }

    private Listing listing(RoutingContext context) {
        exchange.now();
        String symbol = context.pathParam("symbol");
        return exchange.listings().find(symbol).orElseThrow(() -> new NotFoundException("no listing " + symbol));
    }

    private static @Nullable Instant or(@Nullable Instant given, @Nullable Instant otherwise) {
        return given == null ? otherwise : given;
    }
}
