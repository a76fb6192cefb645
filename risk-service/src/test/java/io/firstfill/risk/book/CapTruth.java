package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a trader did against the caps, by the time that has passed in truth and without the risk book.
 *
 * @param run the current run
 */
record CapTruth(TraderModel trader, RunId run, Duration passed) {
    /** Returns what counts against the cap in truth. */
    BigDecimal used(Cap cap) {
        LocalDate today = dateOf(passed);
        BigDecimal out = BigDecimal.valueOf(trader.out.size());
        return switch (cap) {
            case TRADES_PER_HOUR ->
                out.add(count(bought().filter(buy -> buy.at().compareTo(passed.minus(HourOfTrades.LENGTH)) > 0)));
            case SPEND -> sum(bought().filter(buy -> buy.run().equals(run))).add(reserved(run));
            case CONCURRENT_LISTINGS -> out;
            case SPEND_PER_DAY ->
                sum(bought().filter(buy -> dateOf(buy.at()).equals(today))).add(reserved(null));
            case OPEN_POSITIONS -> out.add(BigDecimal.valueOf(trader.positions.size()));
            case LOSS_PER_DAY, CONSECUTIVE_FAILURES -> BigDecimal.ZERO;
        };
    }

    private Stream<TraderModel.Bought> bought() {
        return trader.bought.stream();
    }

    private static BigDecimal count(Stream<TraderModel.Bought> bought) {
        return BigDecimal.valueOf(bought.count());
    }

    private static BigDecimal sum(Stream<TraderModel.Bought> bought) {
        return bought.map(buy -> buy.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal reserved(@Nullable RunId only) {
        return trader.out.values().stream()
                .filter(permit -> only == null || permit.runId().equals(only))
                .map(permit -> permit.limit().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate dateOf(Duration passed) {
        return LocalDate.ofInstant(NOON.plus(passed), ZoneOffset.UTC);
    }
}
