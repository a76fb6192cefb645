package io.firstfill.trader.scenario.opening;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a pair's first minute, on virtual time: orders before the opening are refused, a market order is
 * accepted and then cancelled with nothing bought, or refused, and a capped order is filled. Each request and each
 * answer takes half of the round trip.
 */
final class OpeningExchange {
    private static final ExchangeOrderId ORDER = FakeExchange.ORDER;

    /** What becomes of a market order in the first minute. */
    enum MarketOrders {
        FILLED,
        CANCELED,
        REFUSED
    }

    private final EngineFixture fixture;
    private final Duration oneWay;
    private final Instant opensAt;
    private final MarketOrders rule;
    /** When each request arrived. */
    final List<Instant> arrivals = new ArrayList<>();
    /** When each request was sent. */
    final List<Instant> sent = new ArrayList<>();

    int inFlight;
    int mostInFlight;
    Duration pushLag = Duration.ofMillis(22);
    /** Whether the private stream says what became of orders. */
    boolean pushes = true;
    /** How long look-ups do not show an order. */
    Duration hidden = Duration.ofSeconds(1);

    private Instant taken = Instant.MAX;

    OpeningExchange(EngineFixture fixture, Duration roundTrip, Instant opensAt, MarketOrders rule) {
        this.fixture = fixture;
        this.oneWay = roundTrip.dividedBy(2);
        this.opensAt = opensAt;
        this.rule = rule;
        fixture.exchange.answer = this::place;
        fixture.exchange.market = this::shown;
    }

    private Uni<PlaceAnswer> place() {
        Buy buy = fixture.exchange.signed.stream()
                .filter(known -> known.clientOrderId().equals(fixture.exchange.placed.getLast()))
                .findFirst()
                .orElseThrow();
        sent.add(fixture.now());
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        return fixture.time
                .after(oneWay)
                .map(arrived -> execute(buy))
                .chain(answer -> fixture.time.after(oneWay).map(back -> {
                    inFlight--;
                    return answer;
                }));
    }

    private PlaceAnswer execute(Buy buy) {
        Instant now = fixture.now();
        arrivals.add(now);
        if (now.isBefore(opensAt)) {
            return new PlaceAnswer.Refused(400, 30001, "direction", new Reaction.Probe());
        }
        boolean market = buy.terms() instanceof Terms.Market;
        if (market && rule == MarketOrders.REFUSED) {
            return new PlaceAnswer.Refused(400, 30018, "no market order", new Reaction.SwitchStyle());
        }
        if (market) {
            taken = now;
        }
        if (market && rule == MarketOrders.CANCELED && pushes) {
            OrderSnapshot end = new OrderSnapshot(ORDER, Status.CANCELED, Quantity.of("0"), Amount.of("0"));
            fixture.time.at(now.plus(pushLag), () -> fixture.pushes().pushed(new OrderPush(buy.clientOrderId(), end)));
        }
        return new PlaceAnswer.Acknowledged(ORDER, now, new PlaceAnswer.Travel(now, now));
    }

    private OrderQueryResult shown(Buy buy) {
        boolean market = buy.terms() instanceof Terms.Market;
        if (market && fixture.now().isBefore(taken.plus(hidden))) {
            return new OrderQueryResult.Absent();
        }
        boolean canceled = market && rule == MarketOrders.CANCELED;
        return new OrderQueryResult.Found(
                canceled
                        ? new OrderSnapshot(ORDER, Status.CANCELED, Quantity.of("0"), Amount.of("0"))
                        : new OrderSnapshot(ORDER, Status.FILLED, Quantity.of("100"), Amount.of("50")));
    }
}
