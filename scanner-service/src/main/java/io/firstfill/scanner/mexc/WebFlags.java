package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.listing.WebSymbol;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of the website's flags for a pair whose row is complete. They were read from other people's code and
 * nobody has confirmed them; so they are a setting, and good for hints only.
 */
record WebFlags(int status, int spotState, int tradingType) {
    static WebFlags of(WebFlagSettings settings) {
        return new WebFlags(settings.status(), settings.spotState(), settings.tradingType());
    }

    Optional<FeedObservation> hints(SymbolsV2 answer, Instant now) {
        LeftOut leftOut = new LeftOut(answer.skipped());
        List<Hint> hints = answer.byQuote().entrySet().stream()
                .flatMap(quote -> quote.getValue().stream().flatMap(row -> hint(row, quote.getKey(), now, leftOut)))
                .toList();
        return hints.isEmpty() ? Optional.empty() : Optional.of(new FeedObservation.HintsSeen(hints, leftOut.unread()));
    }

    private Stream<Hint> hint(WebSymbol row, String quote, Instant now, LeftOut leftOut) {
        Instant opening = isReady(row) ? row.openTime() : null;
        boolean odd = FeedObservations.isOutOfReach(opening, now);
        if (odd) {
            leftOut.add("an opening more than a year ahead", row.coinName());
        }
        try {
            Pair pair = new Pair(Asset.of(row.coinName()), Asset.of(quote));
            return Stream.of(new Hint(pair, odd ? null : opening));
        } catch (IllegalArgumentException unreadableName) {
            leftOut.add("no name of a pair", row.coinName());
            return Stream.empty();
        }
    }

    private boolean isReady(WebSymbol row) {
        return Objects.equals(row.status(), status)
                && Objects.equals(row.spotState(), spotState)
                && Objects.equals(row.tradingType(), tradingType);
    }
}
