package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.stream.Push;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves how each answer of the exchange is read, and which answers prove that an order does not exist. */
class AnswerReadingTest {
    private static final Timing TIMING = new Timing(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    private static final ClientOrderId ID =
            ClientOrderId.derivedFrom(RunId.derivedFrom("run"), ListingId.derivedFrom("l"), "b", 1);
    private static final ExchangeOrderId ORDER = ExchangeOrderId.of("C02__1");

    private final AnswerReading reading = new AnswerReading(() -> Instant.MAX);

    @Test
    void anUnknownCodeIsDoubtful() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 987_654, "novel", TIMING));

        assertThat(answer)
                .isEqualTo(new PlaceAnswer.Doubtful(Ambiguity.UNREADABLE, "code=987654 novel", Instant.EPOCH));
    }

    @Test
    void aKnownCodeIsARefusal() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 30_002, "amount too small", TIMING));

        assertThat(answer).isInstanceOf(PlaceAnswer.Refused.class);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                        row(new Reaction.Probe(), 30001, 30000, 30016),
                        row(new Reaction.ProbeOrLeavePair(), 10007),
                        row(new Reaction.LeavePair(), 30020, 70011),
                        row(new Reaction.AttemptAgain(), -1121, 30014, 30021, 30025),
                        row(new Reaction.StampAnew(), 700003, 10073),
                        row(new Reaction.SwitchStyle(), 30018, 30019, 30041, 30051, 30010),
                        row(new Reaction.LessDecimals(), 10096),
                        row(new Reaction.GiveUp(), 30002, 30003, 30004, 10101, 30029, 30028, -2013, -2011),
                        row(new Reaction.LeaveAccount(), 10098, 60005),
                        row(new Reaction.LeaveKey(), 10072, 700001, 700002, 700006, 700007))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void everyRefusalCodeHasItsReaction(int code, Reaction reaction) {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, code, "no", TIMING));

        assertThat(((PlaceAnswer.Refused) answer).reaction()).isEqualTo(reaction);
    }

    @Test
    void aPriceCapInARefusalIsThePriceToRepriceTo() {
        PlaceAnswer answer =
                reading.placed(new MexcResult.Refused<>(400, 30_010, "Order price cannot exceed 0.05USDT", TIMING));

        assertThat(((PlaceAnswer.Refused) answer).reaction()).isEqualTo(new Reaction.Reprice(Price.of("0.05")));
    }

    @Test
    void tradesAddUpUnderEitherId() {
        MyTrade named = trade(ID, "C02__1", "40", "20");
        MyTrade unnamed = trade(null, "C02__1", "60", "31");

        OrderQueryResult found =
                reading.traded(answer(List.of(named, unnamed, trade(null, "C02__2", "9", "9"))), ID, ORDER);

        assertThat(found)
                .isEqualTo(new OrderQueryResult.Found(
                        new OrderSnapshot(ORDER, OrderSnapshot.Status.OPEN, Quantity.of("100"), Amount.of("51"))));
    }

    @Test
    void aTradeWithoutClientOrderIdProvesNoAbsence() {
        OrderQueryResult trades = reading.traded(answer(List.of(trade(null, "C02__9", "40", "20"))), ID, null);

        assertThat(trades).isInstanceOf(OrderQueryResult.Unanswered.class);
        assertThat(reading.traded(answer(List.of()), ID, null)).isEqualTo(new OrderQueryResult.Absent());
    }

    @Test
    void aRowThatCannotBeReadProvesNothingAndHidesNoOtherRow() {
        MyTrade mine = trade(ID, "C02__1", "40", "20");

        assertThat(reading.traded(answer(List.of(), 1), ID, null)).isInstanceOf(OrderQueryResult.Unreadable.class);
        assertThat(reading.traded(answer(List.of(mine), 1), ID, null))
                .as("the row may be a part of the sum")
                .isInstanceOf(OrderQueryResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+25", "1E-25", "0.123456789012345678901"})
    void figuresThatCannotBeRepresentedAreAskedForAgain(String figure) {
        MyTrade odd = trade(ID, "C02__1", figure, "20");

        assertThat(reading.traded(answer(List.of(odd)), ID, ORDER)).isInstanceOf(OrderQueryResult.Unreadable.class);
        assertThat(MexcStream.read(new Push.OrderPush(
                        new OrderId("C02__1"),
                        MexcNames.clientOrderId(ID.value()),
                        OrderStatus.FILLED,
                        Side.BUY,
                        new BigDecimal(figure),
                        BigDecimal.ONE)))
                .isEqualTo(new OrderPush(ID, null));
    }

    @Test
    void theRefusedAddressIsReadWithoutTheRestOfTheMessage() {
        assertThat(AnswerReading.address("IP [203.0.113.9] non white list")).isEqualTo("203.0.113.9");
        assertThat(AnswerReading.address("IP non white list")).isNull();
    }

    private static Stream<Arguments> row(Reaction reaction, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> Arguments.of(code, reaction));
    }

    private static MexcResult<Rows<MyTrade>> answer(List<MyTrade> trades) {
        return answer(trades, 0);
    }

    private static MexcResult<Rows<MyTrade>> answer(List<MyTrade> trades, int unreadable) {
        return new MexcResult.Answer<>(
                new Rows<>(trades, unreadable == 0 ? SkippedRows.NONE : SkippedRows.one("odd", null)), TIMING);
    }

    private static MyTrade trade(@Nullable ClientOrderId named, String order, String quantity, String quote) {
        return new MyTrade(
                new MexcSymbol("NEWTUSDT"),
                "t" + quantity,
                new OrderId(order),
                named == null ? null : MexcNames.clientOrderId(named.value()),
                new BigDecimal("0.5"),
                new BigDecimal(quantity),
                new BigDecimal(quote),
                null,
                null,
                Instant.EPOCH,
                true,
                false);
    }
}
