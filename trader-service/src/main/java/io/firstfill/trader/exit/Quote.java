package io.firstfill.trader.exit;

import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a pair's book: best bid and best offer in quote, null where that side is empty.
 *
 * @param seenAt when it was read, by our clock
 */
public record Quote(@Nullable Price bid, @Nullable Price ask, Instant seenAt) {
    public Quote {
        Objects.requireNonNull(seenAt, "seenAt");
    }

    /** The best bid; empty without buyers, and while the book is crossed. */
    public Optional<Price> usableBid() {
        Price offer = ask;
        return Optional.ofNullable(bid).filter(best -> offer == null || best.compareTo(offer) < 0);
    }

    public boolean isStale(Instant now, Duration fresh) {
        return seenAt.plus(fresh).isBefore(now);
    }
}
