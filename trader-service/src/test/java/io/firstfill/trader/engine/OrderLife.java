package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of an order: the course of one order from its signal to its last event, as the exchange and the other
 * services shape it.
 *
 * @param style order style of the run's configuration
 * @param opensIn time until the opening; null for a surprise
 * @param handlings how the exchange handles each attempt, in order; the last entry is for all further attempts
 * @param later messages of other services, by the time after the signal
 * @param pushes when the private stream shows an order as it is, after each of its requests
 */
record OrderLife(
        String name,
        OrderStyle style,
        @Nullable Duration opensIn,
        List<Function<Buy, Handling>> handlings,
        Map<Duration, Function<Instant, Message>> later,
        List<Duration> pushes) {
    private static final Duration SOON = Duration.ofSeconds(3);

    static Stream<OrderLife> all() {
        return Stream.of(
                surprise("filled", handling(filled("100", "50"))),
                surprise("filled after probes", new Handling(3, accepted(), filled("100", "50"))),
                surprise("canceled with a part", handling(canceled("40", "20"))),
                surprise("canceled with nothing", handling(canceled("0", "0"))),
                surprise("refused finally", refusal(new Reaction.GiveUp())),
                surprise("refused by a key's restriction", refusal(new Reaction.LeavePair())),
                surprise("refused twice for a reason that may pass", refusal(new Reaction.AttemptAgain())),
                surprise("never open", new Handling(1_000, accepted(), null)),
                surprise("in doubt, and taken", doubt(filled("100", "50"))),
                surprise("in doubt, and not taken", doubt(null)),
                surprise("in doubt, and never shown", doubt(new OrderQueryResult.Unanswered("down", null))),
                surprise("accepted, and gone", handling(new OrderQueryResult.Absent())),
                surprise("accepted, and never shown", handling(new OrderQueryResult.Unanswered("down", null))),
                surprise("account refused", refusal(new Reaction.LeaveAccount())),
                surprise("key refused", refusal(new Reaction.LeaveKey())),
                new OrderLife(
                        "market order filled in part, then a capped one",
                        OrderStyle.MARKET_THEN_IOC,
                        null,
                        List.of(always(handling(canceled("40", "20"))), always(handling(filled("50", "30")))),
                        Map.of()),
                new OrderLife(
                        "market order refused as such, then a capped one",
                        OrderStyle.MARKET_THEN_IOC,
                        null,
                        List.of(always(refusal(new Reaction.SwitchStyle())), always(handling(filled("83", "49.8")))),
                        Map.of()),
                scheduled("filled at the opening", Map.of()),
                new OrderLife(
                        "not open, moved while it is probed",
                        OrderStyle.MARKET,
                        Duration.ofSeconds(15),
                        List.of(always(new Handling(1_000, accepted(), null)), always(handling(filled("100", "50")))),
                        Map.of(
                                Duration.ofSeconds(17),
                                at -> Messages.rescheduled(
                                        at.minus(Duration.ofSeconds(2)), at.plus(Duration.ofSeconds(40))))),
                new OrderLife(
                        "not open, moved after it was refused",
                        OrderStyle.MARKET,
                        Duration.ofSeconds(15),
                        List.of(always(new Handling(1_000, accepted(), null)), always(handling(filled("100", "50")))),
                        Map.of(
                                Duration.ofSeconds(30),
                                at -> Messages.rescheduled(
                                        at.minus(Duration.ofSeconds(15)), at.plus(Duration.ofSeconds(40))))),
                scheduled("withdrawn while armed", Map.of(SOON, at -> Messages.withdrawn())),
                scheduled(
                        "moved while armed",
                        Map.of(
                                SOON,
                                at -> Messages.rescheduled(
                                        at.plus(Duration.ofSeconds(12)), at.plus(Duration.ofSeconds(40))))),
                scheduled(
                        "permit revoked while armed, bought with another",
                        Map.of(SOON, at -> Messages.revoked(KillBetweenRecordsTest.BEST_PERMIT))),
                scheduled("stopped while armed", Map.of(SOON, at -> Messages.stop())),
                new OrderLife(
                        "stopped while in doubt",
                        OrderStyle.MARKET,
                        null,
                        List.of(always(doubt(null))),
                        Map.of(Duration.ofMillis(100), at -> Messages.stop())));
    }

    /** A life without pushes. */
    OrderLife(
            String name,
            OrderStyle style,
            @Nullable Duration opensIn,
            List<Function<Buy, Handling>> handlings,
            Map<Duration, Function<Instant, Message>> later) {
        this(name, style, opensIn, handlings, later, List.of());
    }

    Handling handling(Buy buy) {
        return handlings.get(Math.min(buy.attempt(), handlings.size()) - 1).apply(buy);
    }

    @Override
    public String toString() {
        return (opensIn == null ? "surprise " : "scheduled ") + name;
    }

    private static OrderLife surprise(String name, Handling handling) {
        return new OrderLife(name, OrderStyle.MARKET, null, List.of(always(handling)), Map.of());
    }

    private static OrderLife scheduled(String name, Map<Duration, Function<Instant, Message>> later) {
        return new OrderLife(
                name, OrderStyle.MARKET, Duration.ofSeconds(15), List.of(always(handling(filled("100", "50")))), later);
    }

    private static Function<Buy, Handling> always(Handling handling) {
        return buy -> handling;
    }

    private static Handling handling(OrderQueryResult shown) {
        return new Handling(0, accepted(), shown);
    }

    private static Handling refusal(Reaction reaction) {
        return new Handling(0, new PlaceAnswer.Refused(400, 1, "no", reaction), null);
    }

    private static Handling doubt(@Nullable OrderQueryResult shown) {
        return new Handling(0, new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"), shown);
    }

    static PlaceAnswer accepted() {
        Instant at = VirtualTime.START;
        return new PlaceAnswer.Acknowledged(FakeExchange.ORDER, at, new PlaceAnswer.Travel(at, at));
    }

    private static OrderQueryResult filled(String quantity, String spent) {
        return shown(OrderSnapshot.Status.FILLED, quantity, spent);
    }

    private static OrderQueryResult canceled(String quantity, String spent) {
        return shown(OrderSnapshot.Status.CANCELED, quantity, spent);
    }

    private static OrderQueryResult shown(OrderSnapshot.Status status, String quantity, String spent) {
        return new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, status, Quantity.of(quantity), Amount.of(spent)));
    }
}
