package io.firstfill.mexc;

import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.BookTicker;
import io.firstfill.mexc.market.Candle;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.ServerTime;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.sign.QueryText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.InstantSource;

/** The public endpoints, which need no key. Every call is sent at once and at most once; see {@link MexcWire}. */
public final class MexcClient {

    private final MexcWire wire;
    private final InstantSource clock;
    private final AnswerReader<ApiSymbols> defaultSymbols;

    /** @param defaultSymbols keeps the answer before */
    MexcClient(MexcWire wire, AnswerReader<ApiSymbols> defaultSymbols, InstantSource clock) {
        this.wire = wire;
        this.defaultSymbols = defaultSymbols;
        this.clock = clock;
    }

    public Uni<MexcResult<ServerTime>> time() {
        return get(MexcEndpoint.TIME, new QueryText(), AnswerReader.of(ServerTime.class));
    }

    /** The call is heavy and its answer cached by the exchange: the flags in it must not trigger an order. */
    public Uni<MexcResult<ExchangeInfo>> exchangeInfo() {
        return get(MexcEndpoint.EXCHANGE_INFO, new QueryText(), AnswerReader::exchangeInfo);
    }

    public Uni<MexcResult<ApiSymbols>> defaultSymbols() {
        return get(MexcEndpoint.DEFAULT_SYMBOLS, new QueryText(), defaultSymbols);
    }

    public Uni<MexcResult<Rows<TickerPrice>>> prices() {
        return get(MexcEndpoint.TICKER_PRICE, new QueryText(), AnswerReader.oneOrMany(TickerPrice.class));
    }

    /** As {@link #prices}, for pairs about which a decision waits. */
    public Uni<MexcResult<Rows<TickerPrice>>> pricesAtOnce() {
        return get(MexcEndpoint.TICKER_PRICE_AT_ONCE, new QueryText(), AnswerReader.oneOrMany(TickerPrice.class));
    }

    /** The best prices of one pair. */
    public Uni<MexcResult<Rows<BookTicker>>> bookTicker(MexcSymbol symbol) {
        QueryText query = new QueryText().with("symbol", symbol.value());
        return get(MexcEndpoint.BOOK_TICKER, query, AnswerReader.oneOrMany(BookTicker.class));
    }

    /** The best prices of all pairs, at the weight of one. */
    public Uni<MexcResult<Rows<BookTicker>>> bookTickers() {
        return get(MexcEndpoint.BOOK_TICKER, new QueryText(), AnswerReader.oneOrMany(BookTicker.class));
    }

    public Uni<MexcResult<Depth>> depth(MexcSymbol symbol, int limit) {
        QueryText query = new QueryText().with("symbol", symbol.value()).with("limit", limit);
        return get(MexcEndpoint.DEPTH, query, AnswerReader::depth);
    }

    /** The trades of the last minutes, minute by minute; none before a pair has been traded. */
    public Uni<MexcResult<Rows<Candle>>> candles(MexcSymbol symbol, int minutes) {
        QueryText query = new QueryText()
                .with("symbol", symbol.value())
                .with("interval", "1m")
                .with("limit", minutes);
        return get(MexcEndpoint.CANDLES, query, AnswerReader.rowsOf(Candle.class));
    }

    /** Reads from the website, which is behind bot protection: a 403 or HTML is an ordinary result. */
    public Uni<MexcResult<Calendar>> calendar() {
        QueryText query = new QueryText().with("timestamp", clock.millis());
        return get(MexcEndpoint.CALENDAR, query, AnswerReader::calendar);
    }

    /** Reads from the website, as {@link #calendar} does. */
    public Uni<MexcResult<SymbolsV2>> symbolsV2() {
        return get(MexcEndpoint.SYMBOLS_V2, new QueryText(), AnswerReader::symbolsV2);
    }

    private <T> Uni<MexcResult<T>> get(MexcEndpoint endpoint, QueryText query, AnswerReader<T> reader) {
        String text = query.text();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("accept", "application/json, text/plain, */*")
                .set("accept-language", "en-US,en;q=0.9");
        return wire.send(endpoint, text.isEmpty() ? endpoint.path() : endpoint.path() + '?' + text, headers, reader);
    }
}
