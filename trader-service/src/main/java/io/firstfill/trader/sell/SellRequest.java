package io.firstfill.trader.sell;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order that sells, as the exchange is asked for it.
 *
 * @param price the lowest price in quote; null for a market order, which has none
 * @param recvWindow how long the exchange may still accept the request
 */
public record SellRequest(
        Pair pair,
        ClientOrderId clientOrderId,
        OrderType type,
        Quantity quantity,
        @Nullable Price price,
        Duration recvWindow) {
    public SellRequest {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(recvWindow, "recvWindow");
        if ((price == null) != (type == OrderType.MARKET)) {
            throw new IllegalArgumentException("a price belongs to every order but a market order");
        }
    }
}
