package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All orders and fills of customers, in the order they came. */
public final class OrderArchive {

    private final Map<String, PlacedOrder> byId = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private ExchangeWatch watch = ExchangeWatch.NOBODY;

    void watch(ExchangeWatch watcher) {
        watch = watcher;
    }

    void add(PlacedOrder placed) {
        byId.put(placed.order().terms().id(), placed);
    }

    void add(Fill fill) {
        fills.add(fill);
        watch.filled(fill);
    }

    /** The order has a new state; one of the exchange's own is nobody's concern. */
    void changed(Order order, Moment now) {
        byId(order.terms().id()).ifPresent(placed -> {
            placed.changed(now);
            watch.orderChanged(placed);
        });
    }

    void rests(Order order) {
        byId(order.terms().id()).ifPresent(watch::orderChanged);
    }

    Optional<PlacedOrder> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    public Stream<PlacedOrder> orders() {
        return byId.values().stream();
    }

    public Stream<PlacedOrder> orders(Account account) {
        return orders().filter(placed -> placed.account().equals(account.name()));
    }

    /** An order as its owner can find it by id at this instant. */
    public Optional<PlacedOrder> find(Account account, String symbol, String id) {
        return byId(id).filter(placed -> placed.account().equals(account.name()))
                .filter(placed -> placed.symbol().equals(symbol));
    }

    /** The newest order with a client order id, once the exchange lets it be found by that. */
    public Optional<PlacedOrder> findByClientId(Account account, String symbol, String clientOrderId, Moment now) {
        return orders(account)
                .filter(placed -> placed.symbol().equals(symbol))
                .filter(hasClientId(clientOrderId))
                .filter(placed -> placed.findableFrom() <= now.machineMicros())
                .reduce((earlier, later) -> later);
    }

    boolean used(Account account, String clientOrderId) {
        return orders(account).anyMatch(hasClientId(clientOrderId));
    }

    int openOrders(Account account) {
        return (int) orders(account)
                .filter(placed -> placed.order().status().isOpen())
                .count();
    }

    private static Predicate<PlacedOrder> hasClientId(String clientOrderId) {
        return placed -> clientOrderId.equals(placed.order().terms().clientOrderId());
    }
}
