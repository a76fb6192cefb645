package io.firstfill.benchmark.ledger;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The amount of work of the ledger's benchmark.
 *
 * @param events recorded from a backlog
 * @param perSecond the steady rate at which the lag is measured
 * @param steady for how long
 * @param trades the sizes at which the panel's poll is measured, ascending
 * @param polls for each size
 * @param exported the size at which every trade is exported
 */
public record LedgerVolume(int events, int perSecond, Duration steady, List<Integer> trades, int polls, int exported) {
    public static final LedgerVolume FULL =
            new LedgerVolume(1_000_000, 2_000, Duration.ofSeconds(30), List.of(10_000, 1_000_000), 1_000, 1_000_000);
    public static final LedgerVolume QUICK =
            new LedgerVolume(20_000, 2_000, Duration.ofSeconds(5), List.of(1_000, 10_000), 100, 10_000);

    public LedgerVolume withEvents(int count) {
        return new LedgerVolume(count, perSecond, steady, trades, polls, exported);
    }

    /** The same with a further, larger number of trades. */
    public LedgerVolume withTrades(int most) {
        List<Integer> sizes = Stream.concat(trades.stream().filter(size -> size < most), Stream.of(most))
                .toList();
        return new LedgerVolume(events, perSecond, steady, sizes, polls, Math.min(exported, most));
    }
}
