package io.firstfill.mexc;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.listing.WebSymbol;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.SymbolInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts the body of a successful answer to the requested type, or fails when the body is something else. */
@FunctionalInterface
interface AnswerReader<T> {

    T read(JsonNode body) throws IOException;

    static <T> AnswerReader<T> of(Class<T> type) {
        return body -> MexcJson.value(body, type);
    }

    /** Reads an array row by row, and counts the rows that cannot be read. */
    static <T> AnswerReader<Rows<T>> rowsOf(Class<T> type) {
        return body -> {
            MexcJson.Rows<T> rows = MexcJson.readable(body, type);
            return new Rows<>(rows.read(), rows.skipped());
        };
    }

    /** Reads an array, or the single object that the exchange sends for one symbol. */
    static <T> AnswerReader<List<T>> oneOrMany(Class<T> type) {
        return body -> body.isObject()
                ? List.of(MexcJson.value(body, type))
                : MexcJson.readable(body, type).read();
    }

    static AnswerReader<Boolean> accepted() {
        return body -> {
            if (!body.isObject()) {
                throw new IOException("No object where an empty one was expected");
            }
            return true;
        };
    }

    static ExchangeInfo exchangeInfo(JsonNode body) throws IOException {
        MexcJson.Rows<SymbolInfo> rows = MexcJson.readable(body.path("symbols"), SymbolInfo.class);
        long serverTime = body.path("serverTime").asLong();
        return new ExchangeInfo(serverTime > 0 ? Instant.ofEpochMilli(serverTime) : null, rows.read(), rows.skipped());
    }

    static ApiSymbols apiSymbols(JsonNode body) throws IOException {
        return new ApiSymbols(Set.copyOf(
                MexcJson.readable(body.path("data"), MexcSymbol.class).read()));
    }

    static Calendar calendar(JsonNode body) throws IOException {
        MexcJson.Rows<CalendarEntry> rows = MexcJson.readable(body.path("data").path("newCoins"), CalendarEntry.class);
        return new Calendar(rows.read(), rows.skipped());
    }

    static SymbolsV2 symbolsV2(JsonNode body) throws IOException {
        JsonNode quotes = body.path("data").path("symbols");
        if (!quotes.isObject()) {
            throw new IOException("No map by quote asset");
        }
        Map<String, List<WebSymbol>> byQuote = new HashMap<>();
        int skipped = 0;
        for (Map.Entry<String, JsonNode> quote : quotes.properties()) {
            MexcJson.Rows<WebSymbol> rows = MexcJson.readable(quote.getValue(), WebSymbol.class);
            byQuote.put(quote.getKey(), rows.read());
            skipped += rows.skipped();
        }
        return new SymbolsV2(byQuote, skipped);
    }
}
