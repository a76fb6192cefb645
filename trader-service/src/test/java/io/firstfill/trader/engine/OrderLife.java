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
 * One way an order can go, from the signal to the last event.
 *
 * @param style of the run's configuration
 * @param opensIn until the opening; null for a surprise
 * @param fates what the exchange makes of each attempt, the first one first; the last one counts for all further
 *     attempts
 * @param later messages of other services, by the time after the signal
 */
record OrderLife(
        String name,
        OrderStyle style,
        @Nullable Duration opensIn,
        List<FakeExchange.Fate> fates,
        Map<Duration, Function<Instant, Message>> later) {
    private static final Duration SOON = Duration.ofSeconds(3);

    static Stream<OrderLife> all() {
        return Stream.of(
                surprise("filled", fate(filled("100", "50"))),
                surprise("filled after probes", new FakeExchange.Fate(3, accepted(), filled("100", "50"))),
                surprise("canceled with a part", fate(canceled("40", "20"))),
                surprise("canceled with nothing", fate(canceled("0", "0"))),
                surprise("refused for good", refusal(new Reaction.GiveUp())),
                surprise("refused by a key's restriction", refusal(new Reaction.LeavePair())),
                surprise("refused twice for something that may pass", refusal(new Reaction.AttemptAgain())),
                surprise("never open", new FakeExchange.Fate(1_000, accepted(), null)),
                surprise("in doubt, and taken", doubt(filled("100", "50"))),
                surprise("in doubt, and not taken", doubt(null)),
                surprise("in doubt, and never shown", doubt(new OrderQueryResult.Unanswered("down", null))),
                surprise("accepted, and never shown", fate(new OrderQueryResult.Unanswered("down", null))),
                surprise("account refused", refusal(new Reaction.LeaveAccount())),
                surprise("key refused", refusal(new Reaction.LeaveKey())),
                new OrderLife(
                        "market order in part, then a capped one",
                        OrderStyle.MARKET_THEN_IOC,
                        null,
                        List.of(fate(canceled("40", "20")), fate(filled("50", "30"))),
                        Map.of()),
                new OrderLife(
                        "market order refused as such, then a capped one",
                        OrderStyle.MARKET_THEN_IOC,
                        null,
                        List.of(refusal(new Reaction.SwitchStyle()), fate(filled("83", "49.8"))),
                        Map.of()),
                scheduled("filled at the opening", Map.of()),
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
                        List.of(doubt(null)),
                        Map.of(Duration.ofMillis(100), at -> Messages.stop())));
    }

    FakeExchange.Fate fate(Buy buy) {
        return fates.get(Math.min(buy.attempt(), fates.size()) - 1);
    }

    @Override
    public String toString() {
        return (opensIn == null ? "surprise " : "scheduled ") + name;
    }

    private static OrderLife surprise(String name, FakeExchange.Fate fate) {
        return new OrderLife(name, OrderStyle.MARKET, null, List.of(fate), Map.of());
    }

    private static OrderLife scheduled(String name, Map<Duration, Function<Instant, Message>> later) {
        return new OrderLife(
                name, OrderStyle.MARKET, Duration.ofSeconds(15), List.of(fate(filled("100", "50"))), later);
    }

    private static FakeExchange.Fate fate(OrderQueryResult shown) {
        return new FakeExchange.Fate(0, accepted(), shown);
    }

    private static FakeExchange.Fate refusal(Reaction reaction) {
        return new FakeExchange.Fate(0, new PlaceAnswer.Refused(400, 1, "no", reaction), null);
    }

    private static FakeExchange.Fate doubt(@Nullable OrderQueryResult shown) {
        return new FakeExchange.Fate(0, new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"), shown);
    }

    private static PlaceAnswer accepted() {
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
