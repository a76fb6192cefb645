package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws lives of orders: style, opening, how the exchange handles the first attempts, what it pushes, and what another
 * service says meanwhile. The exchange takes no more than a request asks for, at a price of 0.5.
 */
final class GeneratedLives {
    private static final BigDecimal PRICE = new BigDecimal("0.5");
    private static final Duration OPENS_IN = Duration.ofSeconds(15);
    private static final List<List<Long>> PUSHES =
            List.of(List.of(), List.of(0L), List.of(1L, 1L), List.of(40L, 3_000L), List.of(0L, 700L, 20_000L));

    private enum Course {
        FILLED,
        PROBED,
        PART,
        NOTHING,
        REFUSED,
        PASSING,
        STYLE_REFUSED,
        DOUBT_TAKEN,
        DOUBT_PART,
        DOUBT_LOST,
        DOUBT_HIDDEN,
        GONE,
        NEVER_OPEN
    }

    private enum Event {
        NONE,
        HALT,
        STOP,
        WITHDRAWAL,
        REVOCATION
    }

    private static final List<OrderStyle> STYLES = List.of(OrderStyle.values());
    private static final List<Course> COURSES = List.of(Course.values());
    private static final List<Event> EVENTS = List.of(Event.values());

    private GeneratedLives() {}

    /** Every style, with and without a known opening, comes with every event of another service equally often. */
    static OrderLife draw(RandomGenerator random, int number) {
        OrderStyle style = STYLES.get(number % STYLES.size());
        boolean scheduled = number / STYLES.size() % 2 == 0;
        Event event = EVENTS.get(number / (2 * STYLES.size()) % EVENTS.size());
        List<Course> courses = List.of(course(random), course(random), course(random));
        long eventAt = scheduled ? random.nextLong(100, 17_000) : random.nextLong(0, 1_500);
        List<Long> pushes = PUSHES.get(random.nextInt(PUSHES.size()));
        return new OrderLife(
                number + " " + style + " " + courses + " " + event + " at " + eventAt + " ms, pushed after " + pushes,
                style,
                scheduled ? OPENS_IN : null,
                courses.stream().map(GeneratedLives::handling).toList(),
                later(event, eventAt),
                pushes.stream().map(Duration::ofMillis).toList());
    }

    private static Course course(RandomGenerator random) {
        return COURSES.get(random.nextInt(COURSES.size()));
    }

    private static Map<Duration, Function<Instant, Message>> later(Event event, long millis) {
        Duration at = Duration.ofMillis(millis);
        return switch (event) {
            case NONE -> Map.of();
            case HALT ->
                Map.of(
                        at,
                        now -> OperatorMessages.command(TradingState.HALTED),
                        at.plusMillis(80),
                        now -> Messages.halted());
            case STOP -> Map.of(at, now -> Messages.stop());
            case WITHDRAWAL -> Map.of(at, now -> Messages.withdrawn());
            case REVOCATION -> Map.of(at, now -> Messages.revoked(KillBetweenRecordsTest.BEST_PERMIT));
        };
    }

    private static Function<Buy, Handling> handling(Course course) {
        return switch (course) {
            case FILLED -> buy -> new Handling(0, OrderLife.accepted(), whole(buy));
            case PROBED -> buy -> new Handling(3, OrderLife.accepted(), whole(buy));
            case PART -> buy -> new Handling(0, OrderLife.accepted(), part(buy));
            case NOTHING -> buy -> new Handling(0, OrderLife.accepted(), nothing());
            case REFUSED -> buy -> refused(new Reaction.GiveUp());
            case PASSING -> buy -> refused(new Reaction.AttemptAgain());
            case STYLE_REFUSED -> buy -> refused(new Reaction.SwitchStyle());
            case DOUBT_TAKEN -> buy -> new Handling(0, doubtful(), whole(buy));
            case DOUBT_PART -> buy -> new Handling(0, doubtful(), part(buy));
            case DOUBT_LOST -> buy -> new Handling(0, doubtful(), null);
            case DOUBT_HIDDEN -> buy -> new Handling(0, doubtful(), new OrderQueryResult.Unanswered("down", null));
            case GONE -> buy -> new Handling(0, OrderLife.accepted(), new OrderQueryResult.Absent());
            case NEVER_OPEN -> buy -> new Handling(1_000, OrderLife.accepted(), null);
        };
    }

    private static Handling refused(Reaction reaction) {
        return new Handling(0, new PlaceAnswer.Refused(400, 1, "no", reaction), null);
    }

    private static PlaceAnswer doubtful() {
        return new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer");
    }

    private static OrderQueryResult whole(Buy buy) {
        return shown(OrderSnapshot.Status.FILLED, asked(buy));
    }

    private static OrderQueryResult part(Buy buy) {
        return shown(OrderSnapshot.Status.CANCELED, asked(buy).multiply(new BigDecimal("0.4")));
    }

    private static OrderQueryResult nothing() {
        return shown(OrderSnapshot.Status.CANCELED, BigDecimal.ZERO);
    }

    private static BigDecimal asked(Buy buy) {
        return switch (buy.terms()) {
            case Terms.Market market -> market.amount().value().divide(PRICE, 2, RoundingMode.DOWN);
            case Terms.Capped capped -> capped.quantity().value();
        };
    }

    private static OrderQueryResult shown(OrderSnapshot.Status status, BigDecimal quantity) {
        return new OrderQueryResult.Found(new OrderSnapshot(
                FakeExchange.ORDER, status, new Quantity(quantity), new Amount(quantity.multiply(PRICE))));
    }
}
