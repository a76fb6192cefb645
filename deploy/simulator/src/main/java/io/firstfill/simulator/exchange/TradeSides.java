package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Side;

/** The sides a pair may be traded on; the code is the exchange's {@code tradeSideType}. */
public enum TradeSides {
    ALL(1),
    BUY_ONLY(2),
    SELL_ONLY(3),
    CLOSED(4);

    private final int code;

    TradeSides(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    boolean allow(Side side) {
        return switch (this) {
            case ALL -> true;
            case BUY_ONLY -> side == Side.BUY;
            case SELL_ONLY -> side == Side.SELL;
            case CLOSED -> false;
        };
    }
}
