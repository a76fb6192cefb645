package io.firstfill.simulator.exchange;

import io.firstfill.simulator.account.BalanceListener;
import io.firstfill.simulator.order.OrderListener;

/** Receives what happens to customers, at the time it happens; queries may show it only later. */
public interface ExchangeListener extends OrderListener, BalanceListener {}
