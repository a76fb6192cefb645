package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange handles one order.
 *
 * @param refusals how many requests are refused as not open yet before one is answered otherwise
 * @param answer the answer to the request after those
 * @param shown what look-ups return once the exchange has taken the order; null when it never takes it
 */
public record Handling(
        int refusals, PlaceAnswer answer, @Nullable OrderQueryResult shown) {
    Uni<PlaceAnswer> request(FakeExchange exchange, Buy buy) {
        long before =
                exchange.placed.stream().filter(buy.clientOrderId()::equals).count() - 1;
        if (before < refusals) {
            return Uni.createFrom().item(new PlaceAnswer.Refused(400, 30001, "not open yet", new Reaction.Probe()));
        }
        if (shown != null) {
            assertThat(exchange.taken.put(buy.clientOrderId(), shown))
                    .as("taken twice: %s", buy.clientOrderId())
                    .isNull();
        }
        return Uni.createFrom().item(answer);
    }
}
