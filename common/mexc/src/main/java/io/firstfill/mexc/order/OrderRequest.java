package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.sign.QueryText;
import java.math.BigDecimal;

/** The orders that we send. There is no market buy by quantity: the exchange accepts one and fills another amount. */
public sealed interface OrderRequest {

    MexcSymbol symbol();

    ClientOrderId clientOrderId();

    Side side();

    /** The parameters without time and signature. */
    QueryText query();

    /** Spends up to {@code quoteOrderQty}; in samples 95 % to 100 % of it was spent. */
    record MarketBuy(MexcSymbol symbol, BigDecimal quoteOrderQty, ClientOrderId clientOrderId) implements OrderRequest {

        public MarketBuy {
            requireNonNull(symbol, "symbol");
            requireNonNull(clientOrderId, "clientOrderId");
            positive(quoteOrderQty, "quoteOrderQty");
        }

        @Override
        public Side side() {
            return Side.BUY;
        }

        @Override
        public QueryText query() {
            return named(open(this, "MARKET").with("quoteOrderQty", plain(quoteOrderQty)), this);
        }
    }

    /**
     * Takes what the book offers up to the price and cancels the rest. For this exchange immediate-or-cancel is an
     * order type, not a time in force.
     */
    record LimitIoc(MexcSymbol symbol, Side side, BigDecimal quantity, BigDecimal price, ClientOrderId clientOrderId)
            implements OrderRequest {

        public LimitIoc {
            requireNonNull(symbol, "symbol");
            requireNonNull(side, "side");
            requireNonNull(clientOrderId, "clientOrderId");
            positive(quantity, "quantity");
            positive(price, "price");
        }

        @Override
        public QueryText query() {
            QueryText order = open(this, "IMMEDIATE_OR_CANCEL")
                    .with("quantity", plain(quantity))
                    .with("price", plain(price));
            return named(order, this);
        }
    }

    /** Sells the quantity at the exchange's own prices, down to its protection price. */
    record MarketSell(MexcSymbol symbol, BigDecimal quantity, ClientOrderId clientOrderId) implements OrderRequest {

        public MarketSell {
            requireNonNull(symbol, "symbol");
            requireNonNull(clientOrderId, "clientOrderId");
            positive(quantity, "quantity");
        }

        @Override
        public Side side() {
            return Side.SELL;
        }

        @Override
        public QueryText query() {
            return named(open(this, "MARKET").with("quantity", plain(quantity)), this);
        }
    }

    /** Rests in the book at the price until it is filled or cancelled. */
    record Limit(MexcSymbol symbol, Side side, BigDecimal quantity, BigDecimal price, ClientOrderId clientOrderId)
            implements OrderRequest {

        public Limit {
            requireNonNull(symbol, "symbol");
            requireNonNull(side, "side");
            requireNonNull(clientOrderId, "clientOrderId");
            positive(quantity, "quantity");
            positive(price, "price");
        }

        @Override
        public QueryText query() {
            QueryText order = open(this, "LIMIT")
                    .with("quantity", plain(quantity))
                    .with("price", plain(price));
            return named(order, this);
        }
    }

    private static QueryText open(OrderRequest order, String type) {
        return new QueryText()
                .with("symbol", order.symbol().value())
                .with("side", order.side().name())
                .with("type", type);
    }

    private static QueryText named(QueryText query, OrderRequest order) {
        return query.with("newClientOrderId", order.clientOrderId().value());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static void positive(BigDecimal amount, String name) {
        if (requireNonNull(amount, name).signum() <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + amount);
        }
    }
}
