package io.firstfill.simulator.control;

import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.order.Fill;
import io.firstfill.simulator.rest.ArrivalLog;
import io.firstfill.simulator.rest.ArrivalLog.Arrival;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes for what has actually happened: orders, fills and arrivals, filtered by {@code ?account=} and
 * {@code ?symbol=}. Lags and delays do not apply to them.
 */
final class ActivityRoutes {

    private final Exchange exchange;
    private final ArrivalLog arrivals;

    ActivityRoutes(Exchange exchange, ArrivalLog arrivals) {
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
                .filter(order -> matchesFilters(context, order.account(), order.symbol()))
                .map(OrderReport::of)
                .toList();
    }

    private List<Fill> fills(RoutingContext context) {
        return exchange.archive().fills().stream()
                .filter(fill -> matchesFilters(context, fill.account(), fill.symbol()))
                .toList();
    }

    private List<Arrival> arrivals(RoutingContext context) {
        exchange.now();
        return arrivals.all().stream()
                .filter(arrival -> matchesFilters(context, arrival.account(), arrival.symbol()))
                .toList();
    }

    private static boolean matchesFilters(RoutingContext context, @Nullable String account, @Nullable String symbol) {
        return matchesFilter(context.request().getParam("account"), account)
                && matchesFilter(context.request().getParam("symbol"), symbol);
    }

    private static boolean matchesFilter(@Nullable String filter, @Nullable String value) {
        return filter == null || filter.equals(value);
    }
}
