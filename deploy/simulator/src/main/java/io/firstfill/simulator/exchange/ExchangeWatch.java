package io.firstfill.simulator.exchange;

import io.firstfill.simulator.exchange.Balances.Holding;

/** Is told what happens to customers, at the moment it happens, long before queries may show it. */
public interface ExchangeWatch {

    ExchangeWatch NOBODY = new ExchangeWatch() {
        @Override
        public void orderChanged(PlacedOrder placed) {}

        @Override
        public void filled(Fill fill) {}

        @Override
        public void balanceChanged(String account, String asset, Holding before, Holding after, BalanceChange reason) {}
    };

    /** The order came to rest in the book, was executed in part or in full, or ended. */
    void orderChanged(PlacedOrder placed);

    void filled(Fill fill);

    void balanceChanged(String account, String asset, Holding before, Holding after, BalanceChange reason);
}
