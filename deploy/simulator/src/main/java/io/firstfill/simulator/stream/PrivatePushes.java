package io.firstfill.simulator.stream;

import io.firstfill.simulator.exchange.BalanceChange;
import io.firstfill.simulator.exchange.Balances.Holding;
import io.firstfill.simulator.exchange.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.ExchangeWatch;
import io.firstfill.simulator.exchange.Fill;
import io.firstfill.simulator.exchange.PlacedOrder;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Pushes to a customer what happens to him. The state is that of the moment, however late the push leaves. */
final class PrivatePushes implements ExchangeWatch {

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
        push(placed.account(), Kind.ORDERS, placed.symbol(), behaviour, () -> PrivateBodies.order(placed));
    }

    @Override
    public void filled(Fill fill) {
        Behaviour behaviour = exchange.behaviours().of(fill.symbol());
        push(fill.account(), Kind.PRIVATE_DEALS, fill.symbol(), behaviour, () -> PrivateBodies.deal(fill));
    }

    @Override
    public void balanceChanged(String account, String asset, Holding before, Holding after, BalanceChange reason) {
        long time = exchange.clock().now().serverMillis();
        Behaviour behaviour = exchange.behaviours().exchange();
        push(account, Kind.ACCOUNT, null, behaviour, () -> PrivateBodies.balance(asset, before, after, reason, time));
    }

    private void push(
            String account, Kind kind, @Nullable String symbol, Behaviour behaviour, Supplier<ProtoMessage> body) {
        List<StreamSocket> listening = sockets.stream()
                .filter(socket -> account.equals(socket.account()))
                .filter(socket -> socket.subscription(kind).isPresent())
                .toList();
        if (listening.isEmpty()) {
            return;
        }
        ProtoMessage message = body.get();
        for (StreamSocket socket : listening) {
            long lag = lagMicros(kind, behaviour);
            socket.subscription(kind)
                    .ifPresent(subscription -> socket.push(subscription.channel(), symbol, message, lag));
        }
    }

    private long lagMicros(Kind kind, Behaviour behaviour) {
        return kind == Kind.PRIVATE_DEALS
                ? micros(behaviour.dealPushLagMinMillis(), behaviour.dealPushLagMaxMillis())
                : micros(behaviour.orderPushLagMinMillis(), behaviour.orderPushLagMaxMillis());
    }

    private long micros(long fromMillis, long toMillis) {
        return random.nextLong(fromMillis * 1000, toMillis * 1000 + 1);
    }
}
