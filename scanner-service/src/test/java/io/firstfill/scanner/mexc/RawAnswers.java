package io.firstfill.scanner.mexc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstfill.mexc.RecordedAnswers;
import io.firstfill.mexc.Timing;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import java.time.Instant;

/** Reads the text of an answer by the code that reads real ones. */
public final class RawAnswers {
    private RawAnswers() {}

    public static PollResult read(FeedName feed, String text, Instant at) {
        byte[] body = text.getBytes(UTF_8);
        Timing timing = new Timing(at, at, at);
        return switch (feed) {
            case CALENDAR ->
                PollResults.of(RecordedAnswers.calendar(body, timing), FeedObservations::calendar, () -> at);
            case EXCHANGE_INFO ->
                PollResults.of(RecordedAnswers.exchangeInfo(body, timing), FeedObservations::market, () -> at);
            case TICKER_PRICE ->
                PollResults.of(RecordedAnswers.prices(body, timing), FeedObservations::prices, () -> at);
            case DEFAULT_SYMBOLS ->
                PollResults.of(RecordedAnswers.defaultSymbols(body, timing), FeedObservations::apiSymbols, () -> at);
            case SYMBOLS_V2 -> throw new IllegalArgumentException("hints announce nothing");
        };
    }
}
