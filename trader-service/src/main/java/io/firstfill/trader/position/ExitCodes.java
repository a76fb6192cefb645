package io.firstfill.trader.position;

/** The codes of the exchange that change how the next attempt of an exit is made. */
public final class ExitCodes {
    /** Price or quantity has more decimals than the pair takes. */
    public static final int TOO_MANY_DECIMALS = 10096;
    /** The price is outside the exchange's band. */
    public static final int NO_VALID_PRICE = 30010;

    private ExitCodes() {}
}
