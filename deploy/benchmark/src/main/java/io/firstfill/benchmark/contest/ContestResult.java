package io.firstfill.benchmark.contest;

import java.util.Optional;

/**
 * What one of those who take part reached at one listing.
 *
 * @param lagMicros from the true opening to the arrival of the order that was filled; empty where none was
 * @param paidOverOpening hundredths of a percent by which the average price exceeds the opening price; empty unless
 *     filled
 * @param overspent whether more was bought than one amount: the listing was bought twice
 * @param requests all order requests that reached the exchange
 */
public record ContestResult(
        ContestListing listing,
        String who,
        Optional<Long> lagMicros,
        Optional<Long> paidOverOpening,
        boolean overspent,
        int requests) {
    public boolean filled() {
        return lagMicros.isPresent();
    }
}
