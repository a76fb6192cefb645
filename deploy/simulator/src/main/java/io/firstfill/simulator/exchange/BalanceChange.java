package io.firstfill.simulator.exchange;

/** Why a balance changed, as the exchange names it. */
public enum BalanceChange {
    DEPOSIT,
    /** Money or coins moved, fee included. */
    ENTRUST,
    ENTRUST_PLACE,
    ENTRUST_UNFROZEN
}
