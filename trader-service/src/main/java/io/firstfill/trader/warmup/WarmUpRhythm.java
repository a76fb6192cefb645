package io.firstfill.trader.warmup;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Says when the warm-ups of one environment run. One needs a key to sign with, and waits while an opening is near: the
 * buy of that opening has the connections to itself. The first one is long, whenever it comes.
 */
public final class WarmUpRhythm {
    private static final int FIRST = 300;
    private static final int LATER = 10;

    private final BooleanSupplier hasKey;
    private final BooleanSupplier quiet;
    private final IntConsumer warmUp;
    private int rounds = FIRST;

    /**
     * @param hasKey whether there is a key to sign with
     * @param quiet whether no opening is near
     * @param warmUp sends that many buys through a throwaway engine; zero says that no warm-up is possible
     */
    public WarmUpRhythm(BooleanSupplier hasKey, BooleanSupplier quiet, IntConsumer warmUp) {
        this.hasKey = hasKey;
        this.quiet = quiet;
        this.warmUp = warmUp;
    }

    /** To be called once the engine trades, and again within the idle time of the connections. */
    public void beat() {
        if (!hasKey.getAsBoolean()) {
            warmUp.accept(0);
        } else if (quiet.getAsBoolean()) {
            warmUp.accept(rounds);
            rounds = LATER;
        }
    }
}
