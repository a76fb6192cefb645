package io.firstfill.simulator.account;

/** Why a balance changed, by the exchange's names. */
public enum BalanceChange {
    DEPOSIT,
    WITHDRAW,
    /** A fee was taken in an asset that the trade did not move. */
    TRADE_FEE,
    /** A trade moved an asset, fee included. */
    ENTRUST,
    /** A new order locked funds. */
    ENTRUST_PLACE,
    /** Funds of an order were unlocked. */
    ENTRUST_UNFROZEN
}
