package io.firstfill.mexc;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.account.Balance;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.listing.WebSymbol;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.DepthLevel;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.SymbolInfo;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.reading.WireText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the body of a successful answer to the requested type, or fails when the body is something else. */
@FunctionalInterface
interface AnswerReader<T> {

    T read(JsonNode body) throws IOException;

    /**
     * Reads the body of a success without a tree, where the reader knows a shorter way and the body has nothing odd.
     *
     * @return null where the body has to be read as a tree
     */
    default @Nullable T readPlain(byte[] body) {
        return null;
    }

    static <T> AnswerReader<T> of(Class<T> type) {
        return body -> MexcJson.value(body, type);
    }

    static <T> AnswerReader<Rows<T>> rowsOf(Class<T> type) {
        return body -> MexcJson.rows(body, type);
    }

    /** Reads an array, or the single object that the exchange sends for one symbol. */
    static <T> AnswerReader<Rows<T>> oneOrMany(Class<T> type) {
        return body -> body.isObject()
                ? new Rows<>(List.of(MexcJson.value(body, type)), SkippedRows.NONE)
                : MexcJson.rows(body, type);
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
        Rows<SymbolInfo> rows = MexcJson.rows(body.path("symbols"), SymbolInfo.class);
        return new ExchangeInfo(rows.read(), rows.skipped());
    }

    static Calendar calendar(JsonNode body) throws IOException {
        Rows<CalendarEntry> rows = MexcJson.rows(body.path("data").path("newCoins"), CalendarEntry.class);
        return new Calendar(rows.read(), rows.skipped());
    }

    static SymbolsV2 symbolsV2(JsonNode body) throws IOException {
        JsonNode quotes = body.path("data").path("symbols");
        if (!quotes.isObject()) {
            throw new IOException("No map by quote asset");
        }
        Map<String, List<WebSymbol>> byQuote = new HashMap<>();
        SkippedRows skipped = SkippedRows.NONE;
        for (Map.Entry<String, JsonNode> quote : quotes.properties()) {
            if (quote.getValue().isArray() && WireText.isName(quote.getKey())) {
                Rows<WebSymbol> rows = MexcJson.rows(quote.getValue(), WebSymbol.class);
                byQuote.put(quote.getKey(), rows.read());
                skipped = skipped.plus(rows.skipped());
            } else {
                skipped = skipped.plus(SkippedRows.one("no list of pairs under a quote asset", null));
            }
        }
        return new SymbolsV2(byQuote, skipped);
    }

    /** Reads the rights of the account with whatever balances are readable: no odd balance hides the rights. */
    static Account account(JsonNode body) throws IOException {
        Rows<Balance> balances = MexcJson.rows(body.path("balances"), Balance.class);
        Rows<String> permissions = MexcJson.rowsOrNone(body.path("permissions"), String.class);
        return new Account(
                MexcJson.optional(body, "canTrade", Boolean.class),
                MexcJson.optional(body, "canWithdraw", Boolean.class),
                MexcJson.optional(body, "accountType", String.class),
                balances.read(),
                Set.copyOf(permissions.read()),
                balances.skipped().plus(permissions.skipped()));
    }

    /** Reads each side up to its first odd level: what follows that level is not known to be the best. */
    static Depth depth(JsonNode body) throws IOException {
        Rows<DepthLevel> bids = MexcJson.rowsUntilOdd(body.path("bids"), DepthLevel.class);
        Rows<DepthLevel> asks = MexcJson.rowsUntilOdd(body.path("asks"), DepthLevel.class);
        return new Depth(bids.read(), asks.read(), bids.skipped().plus(asks.skipped()));
    }
}
