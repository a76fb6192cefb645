package io.firstfill.simulator.order;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.clock.ClockReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All orders and fills of customers, in the order of their acceptance. House orders are not kept. */
public final class OrderArchive {

    private final Map<String, PlacedOrder> byId = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private OrderListener listener = OrderListener.NONE;

    /** Replaces the one listener. */
    public void setListener(OrderListener replacement) {
        listener = replacement;
    }

    void add(PlacedOrder placed) {
        byId.put(placed.order().terms().id(), placed);
    }

    void add(Fill fill) {
        fills.add(fill);
        listener.filled(fill);
    }

    /** Records a new state of an order; ignores house orders. */
    void changed(Order order, ClockReading now) {
        byId(order.terms().id()).ifPresent(placed -> {
            placed.changed(now);
            listener.orderChanged(placed);
        });
    }

    /** Reports an order that was added to the book without an execution; its state is unchanged. */
    void addedToBook(Order order) {
        byId(order.terms().id()).ifPresent(listener::orderChanged);
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

    /** Finds an order of an account by its id; an order can be found by id as soon as it is accepted. */
    public Optional<PlacedOrder> find(Account account, String symbol, String id) {
        return byId(id).filter(placed -> placed.account().equals(account.name()))
                .filter(placed -> placed.symbol().equals(symbol));
    }

    /** Finds the newest order with a client order id, among those whose visibility delay is over. */
    public Optional<PlacedOrder> findByClientId(
            Account account, String symbol, String clientOrderId, ClockReading now) {
        return orders(account)
                .filter(placed -> placed.symbol().equals(symbol))
                .filter(hasClientId(clientOrderId))
                .filter(placed -> placed.findableFrom() <= now.machineMicros())
                .reduce((earlier, later) -> later);
    }

    boolean isUsed(Account account, String clientOrderId) {
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
