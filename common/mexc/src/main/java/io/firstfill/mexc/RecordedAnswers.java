package io.firstfill.mexc;

import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.reading.Rows;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** Reads made-up answers with the same code as real ones, for a warm-up. */
public final class RecordedAnswers {
    private static final int OK = 200;
    /** One for all, as a wire has: an answer is read by what is new since the one before. */
    private static final AnswerReader<ApiSymbols> DEFAULT_SYMBOLS = new ApiSymbolsReader();

    private RecordedAnswers() {}

    public static MexcResult<ApiSymbols> defaultSymbols(byte[] body, Timing timing) {
        return read(body, timing, DEFAULT_SYMBOLS);
    }

    public static MexcResult<Rows<TickerPrice>> prices(byte[] body, Timing timing) {
        return read(body, timing, AnswerReader.oneOrMany(TickerPrice.class));
    }

    public static MexcResult<ExchangeInfo> exchangeInfo(byte[] body, Timing timing) {
        return read(body, timing, AnswerReader::exchangeInfo);
    }

    public static MexcResult<Calendar> calendar(byte[] body, Timing timing) {
        return read(body, timing, AnswerReader::calendar);
    }

    private static <T> MexcResult<T> read(byte[] body, Timing timing, AnswerReader<T> reader) {
        Reply reply = new Reply.Received(OK, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body), timing);
        return ReplyReader.read(reply, reader, Duration.ZERO);
    }
}
