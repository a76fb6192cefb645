package io.firstfill.simulator.stream;

import io.firstfill.simulator.account.BalanceChange;
import io.firstfill.simulator.account.Balances.Holding;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.ExchangeListener;
import io.firstfill.simulator.order.Fill;
import io.firstfill.simulator.order.PlacedOrder;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Pushes orders, fills and balances to the customers they belong to. A push shows the state at the time of the change,
 * even when the push is sent later.
 */
final class PrivatePushes implements ExchangeListener {

    private final Exchange exchange;
    private final Collection<StreamSocket> sockets;
    private final RandomGenerator random;

    PrivatePushes(Exchange exchange, Collection<StreamSocket> sockets, RandomGenerator random) {
        this.exchange = exchange;
        this.sockets = sockets;
        this.random = random;
    }

    @Override
    public void orderChanged(PlacedOrder placed) {
        Behaviour behaviour = exchange.behaviours().of(placed.symbol());
        push(placed.account(), ChannelKind.ORDERS, placed.symbol(), behaviour, () -> PrivateBodies.order(placed));
    }

    @Override
    public void filled(Fill fill) {
        Behaviour behaviour = exchange.behaviours().of(fill.symbol());
        push(fill.account(), ChannelKind.PRIVATE_DEALS, fill.symbol(), behaviour, () -> PrivateBodies.deal(fill));
    }

    @Override
    public void balanceChanged(String account, String asset, Holding before, Holding after, BalanceChange reason) {
        long time = exchange.clock().now().serverMillis();
        Behaviour behaviour = exchange.behaviours().exchange();
        push(
                account,
                ChannelKind.ACCOUNT,
                null,
                behaviour,
                () -> PrivateBodies.balance(asset, before, after, reason, time));
    }

    private void push(
            String account,
            ChannelKind kind,
            @Nullable String symbol,
            Behaviour behaviour,
            Supplier<ProtoMessage> body) {
        List<StreamSocket> subscribers = sockets.stream()
                .filter(socket -> account.equals(socket.account()))
                .filter(socket -> socket.subscription(kind).isPresent())
                .toList();
        if (subscribers.isEmpty()) {
            return;
        }
        ProtoMessage message = body.get();
        for (StreamSocket socket : subscribers) {
            long lag = lagMicros(kind, behaviour);
            socket.subscription(kind)
                    .ifPresent(subscription -> socket.push(subscription.channel(), symbol, message, lag));
        }
    }

    private long lagMicros(ChannelKind kind, Behaviour behaviour) {
        return kind == ChannelKind.PRIVATE_DEALS
                ? drawMicros(behaviour.dealPushLagMinMillis(), behaviour.dealPushLagMaxMillis())
                : drawMicros(behaviour.orderPushLagMinMillis(), behaviour.orderPushLagMaxMillis());
    }

    private long drawMicros(long minMillis, long maxMillis) {
        return random.nextLong(minMillis * 1000, maxMillis * 1000 + 1);
    }
}
