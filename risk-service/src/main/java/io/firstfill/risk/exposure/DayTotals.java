package io.firstfill.risk.exposure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.cap.AmountSum;
import io.firstfill.risk.clock.ElapsedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the current UTC day of an environment. The day changes forward only, and not earlier than the wall clock
 * and the monotonic clock both say, so that a step of the wall clock neither begins a day early nor begins it twice.
 *
 * @param day null before the first reading of a clock
 * @param openedAt the elapsed time of the book when the day began
 * @param began the wall clock at the first reading of the book: what is older was not granted by this book
 * @param spend quote amount bought
 * @param loss fees and realised losses
 * @param gain realised gains
 */
public record DayTotals(
        @Nullable LocalDate day, Duration openedAt, Instant began, Amount spend, Amount loss, Amount gain) {
    public static final DayTotals NONE =
            new DayTotals(null, Duration.ZERO, Instant.EPOCH, Amount.ZERO, Amount.ZERO, Amount.ZERO);

    private static final Duration DAY = Duration.ofDays(1);

    public DayTotals {
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(gain, "gain");
    }

    /**
     * Returns the totals at a time. A later day begins when the wall clock is there and was not just stepped there. A
     * day that lies in the future, because the clock was wrong at a start, gives way to today after a whole day of
     * elapsed time.
     */
    public DayTotals at(Instant now, ElapsedTime clock) {
        Instant steady = clock.steady(now);
        LocalDate today = dateOf(now.isBefore(steady) ? now : steady);
        LocalDate current = day;
        if (current == null) {
            return new DayTotals(today, clock.total(), now, spend, loss, gain);
        }
        if (today.isAfter(current)) {
            return opened(today, clock);
        }
        boolean ahead = dateOf(steady).isBefore(current)
                && clock.total().minus(openedAt).compareTo(DAY) >= 0;
        return ahead ? opened(dateOf(steady), clock) : this;
    }

    private DayTotals opened(LocalDate next, ElapsedTime clock) {
        return new DayTotals(next, clock.total(), began, Amount.ZERO, Amount.ZERO, Amount.ZERO);
    }

    /**
     * Returns whether an event counts on the current day: by its own time, or because the permit behind it was granted
     * on the current day, whatever a clock that was stepped back says.
     *
     * @param granted the day on which the permit was granted; null where that is not known
     */
    public boolean counts(Instant at, @Nullable LocalDate granted) {
        LocalDate current = day;
        if (current == null) {
            return false;
        }
        boolean sameDay = !dateOf(at).isBefore(current);
        return sameDay || (granted != null && !granted.isBefore(current) && !at.isBefore(began));
    }

    /** Returns whether a time is on the day. */
    public boolean contains(Instant at) {
        return dateOf(at).equals(day);
    }

    /** Replaces what a buy counted with; zero before it was counted. */
    public DayTotals correcting(Amount before, Amount bought) {
        Amount corrected = AmountSum.plus(AmountSum.minus(spend, before), bought);
        return new DayTotals(day, openedAt, began, corrected, loss, gain);
    }

    public DayTotals losing(Amount amount) {
        return new DayTotals(day, openedAt, began, spend, AmountSum.plus(loss, amount), gain);
    }

    public DayTotals gaining(Amount amount) {
        return new DayTotals(day, openedAt, began, spend, loss, AmountSum.plus(gain, amount));
    }

    /** Returns the totals of a day on which nothing was bought. */
    public DayTotals withoutSpend() {
        return new DayTotals(day, openedAt, began, Amount.ZERO, loss, gain);
    }

    /** Counts losses from zero, after a person has reset the breaker. */
    public DayTotals withoutLoss() {
        return new DayTotals(day, openedAt, began, spend, Amount.ZERO, Amount.ZERO);
    }

    /** Returns the losses of the day less its gains; zero on a day with a gain. */
    @JsonIgnore
    public Amount netLoss() {
        return AmountSum.minus(loss, gain);
    }

    /** Returns when the next day begins. */
    @JsonIgnore
    public @Nullable Instant end() {
        LocalDate current = day;
        return current == null
                ? null
                : current.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
