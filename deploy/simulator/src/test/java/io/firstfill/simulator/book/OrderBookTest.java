package io.firstfill.simulator.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves the matching of each order type: price first, then time. */
class OrderBookTest {

    private final OrderBook book = new OrderBook(2);
    private int ids;

    @Test
    void takesTheBestPriceFirstAndWithinAPriceTheOldest() {
        Order dear = place(Side.SELL, OrderType.LIMIT, "1.02", "5");
        Order first = place(Side.SELL, OrderType.LIMIT, "1.01", "5");
        Order second = place(Side.SELL, OrderType.LIMIT, "1.01", "5");

        List<Match> matches = book.accept(order(Side.BUY, OrderType.LIMIT, "1.02", "12", null), BigDecimal.ONE);

        assertThat(matches).extracting(Match::maker).containsExactly(first, second, dear);
        assertThat(matches).extracting(match -> match.price().toPlainString()).containsExactly("1.01", "1.01", "1.02");
        assertThat(dear.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void restsWhatALimitOrderCouldNotTake() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");

        Order buy = place(Side.BUY, OrderType.LIMIT, "1.00", "8");

        assertThat(buy.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(book.levels(Side.BUY, 5)).containsExactly(new OrderBook.Level(price("1.00"), new BigDecimal("3")));
        assertThat(book.best(Side.SELL)).isNull();
    }

    @Test
    void cancelsTheRestOfAnImmediateOrder() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");

        Order partly = place(Side.BUY, OrderType.IMMEDIATE_OR_CANCEL, "1.00", "8");
        Order nothing = place(Side.BUY, OrderType.IMMEDIATE_OR_CANCEL, "1.00", "8");

        assertThat(partly.status()).isEqualTo(OrderStatus.PARTIALLY_CANCELED);
        assertThat(nothing.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void fillsOrKills() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");

        Order killed = place(Side.BUY, OrderType.FILL_OR_KILL, "1.00", "6");
        Order filled = place(Side.BUY, OrderType.FILL_OR_KILL, "1.00", "5");

        assertThat(killed.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void cancelsAPostOnlyOrderThatWouldTake() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");

        Order crossing = place(Side.BUY, OrderType.LIMIT_MAKER, "1.00", "5");
        Order passive = place(Side.BUY, OrderType.LIMIT_MAKER, "0.99", "5");

        assertThat(crossing.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(passive.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void walksTheAsksUntilTheAmountIsSpentInWholeSteps() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");
        place(Side.SELL, OrderType.LIMIT, "3.00", "5");
        Order buy = order(Side.BUY, OrderType.MARKET, "9.00", "1", "10");

        book.accept(buy, BigDecimal.ONE);

        assertThat(buy.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(buy.executed()).isEqualByComparingTo("6.66");
        assertThat(buy.executedQuote()).isEqualByComparingTo("9.98");
    }

    @Test
    void stopsAMarketOrderAtItsProtectionPrice() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "5");
        place(Side.SELL, OrderType.LIMIT, "3.00", "5");
        Order buy = order(Side.BUY, OrderType.MARKET, "1.05", "9", "10");

        book.accept(buy, BigDecimal.ONE);

        assertThat(buy.status()).isEqualTo(OrderStatus.PARTIALLY_CANCELED);
        assertThat(buy.executedQuote()).isEqualByComparingTo("5");
    }

    @Test
    void executesOnlyTheGivenFractionAndCancelsTheRest() {
        place(Side.SELL, OrderType.LIMIT, "1.00", "50");
        Order buy = order(Side.BUY, OrderType.LIMIT, "1.00", "10", null);

        book.accept(buy, new BigDecimal("0.4"));

        assertThat(buy.executed()).isEqualByComparingTo("4");
        assertThat(buy.status()).isEqualTo(OrderStatus.PARTIALLY_CANCELED);
    }

    private Order place(Side side, OrderType type, String price, String quantity) {
        Order order = order(side, type, price, quantity, null);
        book.accept(order, BigDecimal.ONE);
        return order;
    }

    private Order order(Side side, OrderType type, String price, String quantity, @Nullable String budget) {
        return new Order(new OrderTerms(
                "o" + ++ids,
                null,
                "alpha",
                "NEWUSDT",
                side,
                type,
                price(price),
                new BigDecimal(quantity),
                budget == null ? null : new BigDecimal(budget),
                BigDecimal.ZERO,
                ""));
    }

    private static BigDecimal price(String value) {
        return new BigDecimal(value);
    }
}
