package io.firstfill.mexc;

import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.BookTicker;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.ServerTime;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.market.Trade;
import io.firstfill.mexc.sign.QueryText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What anyone may ask. Every call is sent at once and at most once; see {@link MexcWire}. */
public final class MexcClient {

    private final MexcWire wire;
    private final InstantSource clock;

    MexcClient(MexcWire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
    }

    public Uni<MexcResult<Boolean>> ping() {
        return get(MexcEndpoint.PING, new QueryText(), AnswerReader.accepted());
    }

    public Uni<MexcResult<ServerTime>> time() {
        return get(MexcEndpoint.TIME, new QueryText(), AnswerReader.of(ServerTime.class));
    }

    /** Heavy, and cached by the exchange: its flags are no trigger. */
    public Uni<MexcResult<ExchangeInfo>> exchangeInfo() {
        return get(MexcEndpoint.EXCHANGE_INFO, new QueryText(), AnswerReader::exchangeInfo);
    }

    public Uni<MexcResult<ExchangeInfo>> exchangeInfo(Collection<MexcSymbol> symbols) {
        String list = symbols.stream().map(MexcSymbol::value).collect(Collectors.joining(","));
        return get(MexcEndpoint.EXCHANGE_INFO, new QueryText().with("symbols", list), AnswerReader::exchangeInfo);
    }

    public Uni<MexcResult<ApiSymbols>> defaultSymbols() {
        return get(MexcEndpoint.DEFAULT_SYMBOLS, new QueryText(), AnswerReader::apiSymbols);
    }

    public Uni<MexcResult<List<TickerPrice>>> prices() {
        return get(MexcEndpoint.TICKER_PRICE, new QueryText(), AnswerReader.oneOrMany(TickerPrice.class));
    }

    public Uni<MexcResult<List<TickerPrice>>> price(MexcSymbol symbol) {
        return get(MexcEndpoint.TICKER_PRICE, of(symbol), AnswerReader.oneOrMany(TickerPrice.class));
    }

    public Uni<MexcResult<List<BookTicker>>> bookTickers() {
        return get(MexcEndpoint.BOOK_TICKER, new QueryText(), AnswerReader.oneOrMany(BookTicker.class));
    }

    public Uni<MexcResult<List<BookTicker>>> bookTicker(MexcSymbol symbol) {
        return get(MexcEndpoint.BOOK_TICKER, of(symbol), AnswerReader.oneOrMany(BookTicker.class));
    }

    public Uni<MexcResult<Depth>> depth(MexcSymbol symbol, int limit) {
        return get(MexcEndpoint.DEPTH, of(symbol).with("limit", limit), AnswerReader.of(Depth.class));
    }

    public Uni<MexcResult<List<Trade>>> trades(MexcSymbol symbol, int limit) {
        return get(MexcEndpoint.TRADES, of(symbol).with("limit", limit), AnswerReader.listOf(Trade.class));
    }

    /** From the website, behind its bot protection: a 403 or HTML is an ordinary outcome. */
    public Uni<MexcResult<Calendar>> calendar() {
        QueryText query = new QueryText().with("timestamp", clock.millis());
        return get(MexcEndpoint.CALENDAR, query, AnswerReader::calendar);
    }

    /** From the website, as {@link #calendar}. */
    public Uni<MexcResult<SymbolsV2>> symbolsV2() {
        return get(MexcEndpoint.SYMBOLS_V2, new QueryText(), AnswerReader::symbolsV2);
    }

    private static QueryText of(MexcSymbol symbol) {
        return new QueryText().with("symbol", symbol.value());
    }

    private <T> Uni<MexcResult<T>> get(MexcEndpoint endpoint, QueryText query, AnswerReader<T> reader) {
        String text = query.text();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("accept", "application/json, text/plain, */*")
                .set("accept-language", "en-US,en;q=0.9");
        return wire.send(endpoint, text.isEmpty() ? endpoint.path() : endpoint.path() + '?' + text, headers, reader);
    }
}
