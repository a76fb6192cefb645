package io.firstfill.trader.mexc.quote;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.market.BookTicker;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.stream.StreamChannel;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.trader.exit.Quote;
import io.firstfill.trader.mark.Quotes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one environment. The socket is open only while a pair is followed. A polled price is as old as its
 * question, because the answer does not say when it was made.
 */
public final class MexcQuotes implements Quotes, AutoCloseable {
    private static final int MOST_PUSHED = StreamSettings.Limits.documented().subscriptions();

    private final MexcClient market;
    private final InstantSource clock;
    private final BookPushes pushes = new BookPushes();
    private final @Nullable StreamSession session;

    private MexcQuotes(
            MexcClient market, InstantSource clock, @Nullable StreamSettings stream, Vertx vertx) {
        this.market = market;
        this.clock = clock;
        this.session = stream == null
                ? null
                : StreamSession.open(vertx, stream, pushes, clock, RandomGenerator.of("L64X128MixRandom"));
    }

    /** A stream without TLS is allowed where no money moves. */
    public static MexcQuotes open(
            Target target, ExchangeTrust trust, MexcWire wire, Vertx vertx, InstantSource clock) {
        StreamSettings stream = target.wsUri()
                .map(uri -> StreamSettings.of(
                        uri,
                        target.mode() == EnvironmentMode.PAPER,
                        target.egressAddress().orElse(null),
                        trust.options()))
                .orElse(null);
        return new MexcQuotes(wire.market(), clock, stream, vertx);
    }

    @Override
    public void follow(SequencedSet<Pair> pairs, BiConsumer<Pair, Quote> listener) {
        if (session != null) {
            Map<String, Pair> pushed = pairs.stream()
                    .limit(MOST_PUSHED)
                    .collect(Collectors.toUnmodifiableMap(Pair::symbol, Function.identity()));
            pushes.follow(pushed, listener);
            session.listenTo(pushed.keySet().stream()
                    .map(MexcSymbol::new)
                    .map(StreamChannel::bookTicker)
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    @Override
    public Uni<Map<Pair, Quote>> ask(SequencedSet<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant askedAt = clock.instant();
        Map<String, Pair> bySymbol =
                pairs.stream().collect(Collectors.toUnmodifiableMap(Pair::symbol, Function.identity()));
        Uni<MexcResult<Rows<BookTicker>>> answer = pairs.size() == 1
                ? market.bookTicker(new MexcSymbol(pairs.getFirst().symbol()))
                : market.bookTickers();
        return answer.map(result -> read(result, bySymbol, askedAt));
    }

    private static Map<Pair, Quote> read(
            MexcResult<Rows<BookTicker>> result, Map<String, Pair> pairs, Instant askedAt) {
        Map<Pair, Quote> quotes = new HashMap<>();
        if (result instanceof MexcResult.Answer<Rows<BookTicker>> answer) {
            for (BookTicker row : answer.value().read()) {
                Pair pair = pairs.get(row.symbol().value());
                if (pair != null) {
                    quotes.put(pair, new Quote(price(row.bidPrice()), price(row.askPrice()), askedAt));
                }
            }
        }
        return quotes;
    }

    /** A price that our records cannot carry, such as zero, is none. */
    static @Nullable Price price(@Nullable BigDecimal value) {
        try {
            return value == null ? null : new Price(value);
        } catch (IllegalArgumentException outOfRange) {
            return null;
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
