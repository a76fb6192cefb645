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
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Places an order at a stub of the exchange, and reads the kind of a result. */
final class OrderCalls {

    static final MexcSigner SIGNER = new MexcSigner(new MexcCredentials("the-key", "the-secret"));
    private static final OrderRequest REQUEST =
            new OrderRequest.MarketBuy(new MexcSymbol("NEWUSDT"), new BigDecimal("50"), new ClientOrderId("ff-1"));
    private static final Duration RECV_WINDOW = Duration.ofSeconds(1);

    private OrderCalls() {}

    static Uni<MexcResult<OrderAck>> place(MexcWire wire) {
        return signed(wire).place(marketBuy(Instant.now()));
    }

    static LoadedCall<OrderAck> load(MexcWire wire, Instant timestamp) {
        return signed(wire).load(marketBuy(timestamp));
    }

    /** Sends a call that is no order over the connections of orders. */
    static Uni<MexcResult<Boolean>> test(MexcWire wire) {
        return signed(wire).loadTest(REQUEST).fire();
    }

    static PreparedOrder marketBuy(Instant timestamp) {
        return PreparedOrder.sign(REQUEST, timestamp, RECV_WINDOW, SIGNER);
    }

    static MexcSignedClient signed(MexcWire wire) {
        return wire.signed(SIGNER, new ServerClock(InstantSource.system(), ClockOffset.standard()));
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
