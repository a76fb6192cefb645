package io.firstfill.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** An order sent to a stub, and what came of it. */
final class OrderCalls {

    private OrderCalls() {}

    static Uni<MexcResult<OrderAck>> place(MexcWire wire) {
        MexcSignedClient client = signed(wire);
        return client.place(client.prepare(marketBuy(), Instant.now()));
    }

    static LoadedCall<OrderAck> load(MexcWire wire, Instant timestamp) {
        MexcSignedClient client = signed(wire);
        return client.load(client.prepare(marketBuy(), timestamp));
    }

    private static OrderRequest marketBuy() {
        return new OrderRequest.MarketBuy(new MexcSymbol("NEWUSDT"), new BigDecimal("50"), new ClientOrderId("ff-1"));
    }

    static MexcSignedClient signed(MexcWire wire) {
        return wire.signed(
                new MexcSigner(new MexcCredentials("the-key", "the-secret")),
                new ServerClock(InstantSource.system(), ClockOffset.standard()));
    }

    static Doubt doubt(MexcResult<?> result) {
        assertThat(result).isInstanceOf(MexcResult.Ambiguous.class);
        return ((MexcResult.Ambiguous<?>) result).doubt();
    }

    static Cause cause(MexcResult<?> result) {
        assertThat(result).isInstanceOf(MexcResult.NotSent.class);
        return ((MexcResult.NotSent<?>) result).cause();
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(8));
    }
}
