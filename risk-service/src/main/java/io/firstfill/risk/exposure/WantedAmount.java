package io.firstfill.risk.exposure;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The amount that a person wants spent on one listing instead of the quote amount of the run's configuration.
 *
 * @param until the elapsed time of the book until which the attempt that is to follow an ended one may want the amount;
 *     null where no attempt has ended, and in books stored before it was kept
 */
public record WantedAmount(
        ListingId listing, Amount amount, @Nullable Duration until) {
    public WantedAmount {
        Objects.requireNonNull(listing, "listing");
        Objects.requireNonNull(amount, "amount");
    }

    boolean isForFurtherAttempt() {
        return until != null;
    }

    boolean isOver(Duration now) {
        return until != null && now.compareTo(until) > 0;
    }
}
