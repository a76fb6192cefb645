package io.firstfill.scanner.mexc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstfill.mexc.RecordedAnswers;
import io.firstfill.mexc.Timing;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.watch.WarmUpResponses;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Builds answers as the exchange sends them, byte for byte, and reads them by the code that reads real ones. */
final class MexcWarmUpResponses implements WarmUpResponses {

    @Override
    public PollResult defaultSymbols(Collection<String> symbols, Instant at) {
        String list = symbols.stream().map(symbol -> '"' + symbol + '"').collect(Collectors.joining(","));
        byte[] body = "{\"data\":[%s],\"code\":0,\"msg\":\"success\",\"timestamp\":%d}"
                .formatted(list, at.toEpochMilli())
                .getBytes(UTF_8);
        return PollResults.of(RecordedAnswers.defaultSymbols(body, timing(at)), FeedObservations::apiSymbols, () -> at);
    }

    @Override
    public PollResult prices(Collection<String> symbols, Instant at) {
        byte[] body = symbols.stream()
                .map(symbol -> "{\"symbol\":\"" + symbol + "\",\"price\":\"0.01234\"}")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
        return PollResults.of(RecordedAnswers.prices(body, timing(at)), FeedObservations::prices, () -> at);
    }

    @Override
    public PollResult market(Collection<String> bases, Instant at) {
        byte[] body = bases.stream()
                .map(MexcWarmUpResponses::row)
                .collect(Collectors.joining(",", "{\"serverTime\":1,\"symbols\":[", "]}"))
                .getBytes(UTF_8);
        return PollResults.of(RecordedAnswers.exchangeInfo(body, timing(at)), FeedObservations::market, () -> at);
    }

    private static String row(String base) {
        return """
                {"symbol":"%1$sUSDT","status":"1","baseAsset":"%1$s","baseAssetPrecision":2,"quoteAsset":"USDT",
                 "quotePrecision":5,"orderTypes":["LIMIT","MARKET","LIMIT_MAKER"],"isSpotTradingAllowed":true,
                 "quoteAmountPrecision":"1","baseSizePrecision":"0","permissions":["SPOT"],"filters":[],
                 "maxQuoteAmount":"2000000","quoteAmountPrecisionMarket":"1","maxQuoteAmountMarket":"100000",
                 "tradeSideType":1}""".formatted(base);
    }

    private static Timing timing(Instant at) {
        return new Timing(at, at, at);
    }
}
