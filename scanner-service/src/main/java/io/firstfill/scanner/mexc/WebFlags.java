package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.listing.WebSymbol;
import io.firstfill.scanner.listing.FeedObservation;
import io.firstfill.scanner.listing.Hint;
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

    /** Empty when most rows are unreadable: the shape has changed. */
    Optional<FeedObservation> hints(SymbolsV2 answer) {
        List<Hint> hints = answer.byQuote().entrySet().stream()
                .flatMap(quote -> quote.getValue().stream().flatMap(row -> hint(row, quote.getKey())))
                .toList();
        return hints.isEmpty() || answer.skipped() > hints.size()
                ? Optional.empty()
                : Optional.of(new FeedObservation.HintsSeen(hints));
    }

    private Stream<Hint> hint(WebSymbol row, String quote) {
        try {
            Pair pair = new Pair(Asset.of(row.coinName()), Asset.of(quote));
            return Stream.of(new Hint(pair, isReady(row) ? row.openTime() : null));
        } catch (IllegalArgumentException unreadableName) {
            return Stream.empty();
        }
    }

    private boolean isReady(WebSymbol row) {
        return Objects.equals(row.status(), status)
                && Objects.equals(row.spotState(), spotState)
                && Objects.equals(row.tradingType(), tradingType);
    }
}
