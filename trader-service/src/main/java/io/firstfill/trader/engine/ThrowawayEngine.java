package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.state.OrderMemory;
import io.firstfill.trader.warmup.WarmUp;
import io.firstfill.trader.warmup.WarmUpVenue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the engines of the warm-up: the same code as a real one, without a past, a lease, readers or an exchange behind
 * it.
 */
final class ThrowawayEngine {
    private ThrowawayEngine() {}

    /** Every warm-up has an engine of its own, so that nothing is remembered. */
    static WarmUp.Target of(EnginePorts real, EngineSettings settings, EventLoop loop, MessageCodec codec) {
        ExchangeAccounts.Access account = real.account();
        EnginePorts ports = new EnginePorts(
                real.environment(),
                loop,
                real.firing(),
                event -> encodedOnly(codec, event),
                new EncodedMemory(codec),
                real.positions(),
                real.quotes(),
                () -> false,
                TradingLease.ALWAYS,
                new ExchangeAccounts.Access(
                        new WarmUpVenue(account.venue()), account.sells(), account.keys(), PushFeed.NONE, Map::of),
                real.keyring(),
                real.credentialPath(),
                new OrderMetrics(new SimpleMeterRegistry()),
                () -> CompletableFuture.completedFuture(null));
        TradingEngine engine = new TradingEngine(ports, settings, rounds -> {});
        engine.openWithoutPast();
        return engine;
    }

    private static Uni<Void> encodedOnly(MessageCodec codec, Message event) {
        codec.write(event);
        return Uni.createFrom().voidItem();
    }

    private record EncodedMemory(MessageCodec codec) implements OrderMemory {
        @Override
        public Uni<Void> put(OrderRemembered order) {
            return encodedOnly(codec, order);
        }

        @Override
        public Uni<Void> remove(ClientOrderId order) {
            return Uni.createFrom().voidItem();
        }
    }
}
