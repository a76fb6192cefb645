package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.scanner.feed.Look;
import io.firstfill.scanner.listing.Sighting;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The exchange's answers as looks. */
final class Looks {
    private Looks() {}

    /**
     * @param reader empty when the answer holds nothing, which no source ever truly means
     * @param stopped until when the host that has turned us away is left alone
     */
    static <T> Look of(MexcResult<T> result, Function<T, Optional<Sighting>> reader, Supplier<Instant> stopped) {
        return switch (result) {
            case MexcResult.Answer<T> answer ->
                reader.apply(answer.value())
                        .<Look>map(sighting -> new Look.Good(
                                sighting,
                                answer.timing().answered(),
                                answer.timing().roundTrip()))
                        .orElseGet(() -> new Look.Odd("nothing usable in the answer"));
            case MexcResult.Refused<T> refused -> new Look.Odd("refused with code " + refused.code());
            case MexcResult.Throttled<T> throttled -> new Look.Throttled(throttled.status(), stopped.get());
            case MexcResult.Ambiguous<T> ambiguous -> ambiguous(ambiguous);
            case MexcResult.NotSent<T> notSent -> notSent(notSent);
        };
    }

    private static Look ambiguous(MexcResult.Ambiguous<?> result) {
        return switch (result.doubt()) {
            case TIMEOUT, RESET -> new Look.Failed(result.doubt() + " " + result.detail());
            case SERVER_ERROR -> new Look.Odd("server error " + result.httpStatus());
            case UNREADABLE -> new Look.Odd("an answer of another shape, status " + result.httpStatus());
        };
    }

    private static Look notSent(MexcResult.NotSent<?> result) {
        return result.retryAt() == null
                ? new Look.Failed(result.cause() + " " + result.detail())
                : new Look.Held(result.detail(), result.retryAt());
    }
}
