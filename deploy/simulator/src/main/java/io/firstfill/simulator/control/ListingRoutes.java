package io.firstfill.simulator.control;

import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.Visibility;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.TradeSides;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes for listings: schedule, move, withdraw; and for their markets: reference price, halt, sides. */
final class ListingRoutes {

    /** A trade without a price takes asks up to so many times the last price. */
    private static final BigDecimal HIGHEST_MULTIPLE = BigDecimal.valueOf(1000);

    /** A change of a listing; a field that is absent changes nothing. */
    record ListingChange(
            @Nullable Instant openAt,
            @Nullable Instant visibleInCalendarAt,
            @Nullable Instant visibleInExchangeInfoAt,
            @Nullable Instant visibleInSymbolsV2At,
            @Nullable Instant readyInSymbolsV2At,
            @Nullable BigDecimal referencePrice,
            @Nullable Boolean paused,
            @Nullable TradeSides tradeSides) {}

    /** @param price the worst price to trade at; absent, whatever the book has */
    record HouseTrade(
            @Nullable Side side,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price) {}

    /** @param executed the quantity that the book had */
    record TradeReport(BigDecimal executed, BigDecimal executedQuote) {}

    private final Exchange exchange;

    ListingRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.POST, "/listings", 201, this::schedule);
        server.route(HttpMethod.GET, "/listings", 200, context -> all());
        server.route(HttpMethod.GET, "/listings/:symbol", 200, context -> report(listing(context)));
        server.route(HttpMethod.PATCH, "/listings/:symbol", 200, this::change);
        server.route(HttpMethod.POST, "/listings/:symbol/trades", 200, this::trade);
        server.route(HttpMethod.DELETE, "/listings/:symbol", 200, this::withdraw);
    }

    private List<ListingReport> all() {
        exchange.now();
        return exchange.listings().all().stream().map(this::report).toList();
    }

    private ListingReport schedule(RoutingContext context) {
        NewListing requested = ControlServer.read(context, NewListing.class);
        String symbol = requested.pair().symbol();
        Instant opening = requested.opening();
        BigDecimal price = requested.price();
        if (exchange.listings().isTaken(symbol)) {
            throw new ConflictException("pair " + symbol + " exists");
        }
        if (requested.behaviour() != null) {
            exchange.behaviours().patch(symbol, requested.behaviour());
        }
        return report(exchange.schedule(
                requested.pair(), price, opening, requested.openDelayMillis(), requested.visibility()));
    }

    private ListingReport change(RoutingContext context) {
        ListingChange change = ControlServer.read(context, ListingChange.class);
        exchange.now();
        Listing listing = listing(context);
        if (change.openAt() != null && !listing.reschedule(change.openAt())) {
            throw new ConflictException(listing.symbol() + " is open or withdrawn");
        }
        Visibility present = listing.visibility();
        listing.setVisibility(new Visibility(
                or(change.visibleInCalendarAt(), present.calendar()),
                or(change.visibleInExchangeInfoAt(), present.exchangeInfo()),
                or(change.visibleInSymbolsV2At(), present.symbolsV2()),
                or(change.readyInSymbolsV2At(), present.symbolsV2Ready())));
        if (change.referencePrice() != null) {
            listing.market().setReferencePrice(change.referencePrice());
        }
        if (change.paused() != null) {
            listing.market().setPaused(change.paused());
        }
        if (change.tradeSides() != null) {
            listing.market().allowSides(change.tradeSides());
        }
        return report(listing);
    }

    private TradeReport trade(RoutingContext context) {
        HouseTrade trade = ControlServer.read(context, HouseTrade.class);
        Listing listing = listing(context);
        if (!listing.isTradable()) {
            throw new ConflictException(listing.symbol() + " is not open, or halted");
        }
        Side side = trade.side();
        BigDecimal quantity = trade.quantity();
        if (side == null || quantity == null || quantity.signum() <= 0) {
            throw new IllegalArgumentException("side and a positive quantity are required");
        }
        Market market = listing.market();
        BigDecimal worst = side == Side.SELL
                ? market.pair().tick()
                : market.lastOrReferencePrice().multiply(HIGHEST_MULTIPLE);
        BigDecimal price = trade.price() == null ? worst : trade.price();
        Order order = exchange.trade(listing, side, quantity, price);
        return new TradeReport(order.executed(), order.executedQuote());
    }

    private ListingReport withdraw(RoutingContext context) {
        ClockReading now = exchange.now();
        Listing listing = listing(context);
        if (!exchange.withdraw(listing, now)) {
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
