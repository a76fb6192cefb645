package io.firstfill.simulator.market;

import io.firstfill.simulator.book.Side;

/** The sides on which a pair may be traded; the code is the exchange's {@code tradeSideType}. */
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

    /** Returns whether an order of this side is accepted. */
    public boolean allow(Side side) {
        return switch (this) {
            case ALL -> true;
            case BUY_ONLY -> side == Side.BUY;
            case SELL_ONLY -> side == Side.SELL;
            case CLOSED -> false;
        };
    }
}
