package io.firstfill.simulator.control;

import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Fill;
import io.firstfill.simulator.wire.ArrivalLog;
import io.firstfill.simulator.wire.ArrivalLog.Arrival;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What really happened: orders, fills, arrivals; narrowed by {@code ?account=} and {@code ?symbol=}. */
final class TruthRoutes {

    private final Exchange exchange;
    private final ArrivalLog arrivals;

    TruthRoutes(Exchange exchange, ArrivalLog arrivals) {
        this.exchange = exchange;
        this.arrivals = arrivals;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.GET, "/orders", 200, this::orders);
        server.route(HttpMethod.GET, "/fills", 200, this::fills);
        server.route(HttpMethod.GET, "/arrivals", 200, this::arrivals);
    }

    private List<OrderReport> orders(RoutingContext context) {
        return exchange.archive()
                .orders()
                .filter(order -> wanted(context, order.account(), order.symbol()))
                .map(OrderReport::of)
                .toList();
    }

    private List<Fill> fills(RoutingContext context) {
        return exchange.archive().fills().stream()
                .filter(fill -> wanted(context, fill.account(), fill.symbol()))
                .toList();
    }

    private List<Arrival> arrivals(RoutingContext context) {
        exchange.now();
        return arrivals.all().stream()
                .filter(arrival -> wanted(context, arrival.account(), arrival.symbol()))
                .toList();
    }

    private static boolean wanted(RoutingContext context, @Nullable String account, @Nullable String symbol) {
        return matches(context.request().getParam("account"), account)
                && matches(context.request().getParam("symbol"), symbol);
    }

    private static boolean matches(@Nullable String asked, @Nullable String value) {
        return asked == null || asked.equals(value);
    }
}
