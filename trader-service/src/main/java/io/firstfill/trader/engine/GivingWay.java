package io.firstfill.trader.engine;

import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the armed buy that gives its permit back for a larger one, one at a time. The next permit is for its listing
 * before any other, so that it does not lose its place. Confined to the event loop.
 */
final class GivingWay {
    /**
     * Looks, a second apart, at which the caps must have left no room: risk also reports a cap while permits that an
     * applied configuration has revoked are on their way back, and soon grants others.
     */
    private static final int LOOKS = 3;

    private final Map<ListingKey, Integer> looks = new HashMap<>();
    private @Nullable ListingKey gaveWay;

    /**
     * Returns the listing whose buy gives its permit back now.
     *
     * @param willing the listings whose armed buys may give way at this look
     */
    Optional<ListingKey> choose(List<PendingSignal> willing) {
        Set<ListingKey> now = willing.stream().map(PendingSignal::key).collect(Collectors.toSet());
        looks.keySet().retainAll(now);
        now.forEach(key -> looks.merge(key, 1, Integer::sum));
        if (gaveWay != null) {
            return Optional.empty();
        }
        Optional<ListingKey> chosen = willing.stream()
                .map(PendingSignal::key)
                .filter(key -> looks.getOrDefault(key, 0) >= LOOKS)
                .findFirst();
        gaveWay = chosen.orElse(null);
        return chosen;
    }

    /** Returns the listing that has given its permit back and waits for the larger one. */
    Optional<ListingKey> waiting() {
        return Optional.ofNullable(gaveWay);
    }

    /** The listing is armed again, or decided. */
    void over() {
        gaveWay = null;
    }
}
