package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The exchange's answers as looks. */
final class PollResults {
    private PollResults() {}

    /**
     * @param reader empty when the answer holds nothing, which no source ever truly means
     * @param stopped until when the host that has turned us away is left alone
     */
    static <T> PollResult of(MexcResult<T> result, Function<T, Optional<FeedObservation>> reader, Supplier<Instant> stopped) {
        return switch (result) {
            case MexcResult.Answer<T> answer ->
                reader.apply(answer.value())
                        .<PollResult>map(sighting -> new PollResult.Good(
                                sighting,
                                answer.timing().answered(),
                                answer.timing().roundTrip()))
                        .orElseGet(() -> new PollResult.Odd("nothing usable in the answer"));
            case MexcResult.Refused<T> refused -> new PollResult.Odd("refused with code " + refused.code());
            case MexcResult.Throttled<T> throttled -> new PollResult.Throttled(throttled.status(), stopped.get());
            case MexcResult.Ambiguous<T> ambiguous -> ambiguous(ambiguous);
            case MexcResult.NotSent<T> notSent -> notSent(notSent);
        };
    }

    private static PollResult ambiguous(MexcResult.Ambiguous<?> result) {
        return switch (result.doubt()) {
            case TIMEOUT, RESET -> new PollResult.Failed(result.doubt() + " " + result.detail());
            case SERVER_ERROR -> new PollResult.Odd("server error " + result.httpStatus());
            case UNREADABLE -> new PollResult.Odd("an answer of another shape, status " + result.httpStatus());
        };
    }

    private static PollResult notSent(MexcResult.NotSent<?> result) {
        return result.retryAt() == null
                ? new PollResult.Failed(result.cause() + " " + result.detail())
                : new PollResult.Held(result.detail(), result.retryAt());
    }
}
