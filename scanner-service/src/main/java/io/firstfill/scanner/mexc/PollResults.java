package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.observation.FeedObservation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Turns the results of calls to the exchange into poll results. */
final class PollResults {
    private PollResults() {}

    /**
     * Turns one result into a poll result.
     *
     * @param reader empty when the answer shows nothing, which no source ever truly means
     * @param pausedUntil until when the request budget grants nothing for the host that has turned us away
     */
    static <T> PollResult of(
            MexcResult<T> result,
            BiFunction<T, Instant, Optional<FeedObservation>> reader,
            Supplier<Instant> pausedUntil) {
        return switch (result) {
            case MexcResult.Answer<T> answer ->
                reader.apply(answer.value(), answer.timing().answered())
                        .<PollResult>map(observation -> new PollResult.Good(
                                observation,
                                answer.timing().answered(),
                                answer.timing().roundTrip()))
                        .orElseGet(() -> new PollResult.Unusable("nothing usable in the answer"));
            case MexcResult.Refused<T> refused -> new PollResult.Unusable("refused with code " + refused.code());
            case MexcResult.Throttled<T> throttled -> new PollResult.Throttled(throttled.status(), pausedUntil.get());
            case MexcResult.Ambiguous<T> ambiguous -> ambiguous(ambiguous);
            case MexcResult.NotSent<T> notSent -> notSent(notSent);
        };
    }

    private static PollResult ambiguous(MexcResult.Ambiguous<?> result) {
        return switch (result.doubt()) {
            case TIMEOUT, RESET -> new PollResult.Failed(result.doubt() + " " + result.detail());
            case SERVER_ERROR -> new PollResult.Unusable("server error " + result.httpStatus());
            case UNREADABLE -> new PollResult.Unusable("an answer of another shape, status " + result.httpStatus());
        };
    }

    private static PollResult notSent(MexcResult.NotSent<?> result) {
        return result.retryAt() == null
                ? new PollResult.Failed(result.cause() + " " + result.detail())
                : new PollResult.Held(result.detail(), result.retryAt());
    }
}
