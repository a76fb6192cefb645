package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.observation.FeedObservation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One public endpoint as a feed.
 *
 * @param call sends one request
 * @param urgentCall sends one request that a decision waits for
 * @param reader takes the answer and the time at which it came; empty when the answer shows nothing
 * @param pausedUntil until when the request budget grants nothing for the endpoint's host
 * @param pace makes of a wanted interval the one that there is room for
 */
record MexcFeed<T>(
        FeedName name,
        Supplier<Uni<MexcResult<T>>> call,
        Supplier<Uni<MexcResult<T>>> urgentCall,
        BiFunction<T, Instant, Optional<FeedObservation>> reader,
        Supplier<Instant> pausedUntil,
        UnaryOperator<Duration> pace)
        implements Feed {

    static List<Feed> all(PollingWires wires, WebFlags webFlags, InstantSource clock) {
        MexcWire wire = wires.first();
        MexcClient market = wire.market();
        Supplier<Instant> api = () -> wire.stoppedUntil(Lane.QUERY);
        Supplier<Instant> web = () -> wire.stoppedUntil(Lane.WEB);
        return List.of(
                new MexcFeed<>(FeedName.CALENDAR, market::calendar, FeedObservations::calendar, web),
                new MexcFeed<>(FeedName.EXCHANGE_INFO, market::exchangeInfo, FeedObservations::market, api),
                new MexcFeed<>(
                        FeedName.TICKER_PRICE,
                        market::prices,
                        market::pricesAtOnce,
                        FeedObservations::prices,
                        api,
                        UnaryOperator.identity()),
                symbols(wires, clock),
                new MexcFeed<>(FeedName.SYMBOLS_V2, market::symbolsV2, webFlags::hints, web));
    }

    /** The feed that shows surprises is polled as often as all addresses together allow. */
    private static MexcFeed<ApiSymbols> symbols(PollingWires wires, InstantSource clock) {
        Supplier<Uni<MexcResult<ApiSymbols>>> call =
                () -> wires.next(clock.instant()).market().defaultSymbols();
        return new MexcFeed<>(
                FeedName.DEFAULT_SYMBOLS,
                call,
                call,
                FeedObservations::apiSymbols,
                wires::stoppedUntil,
                wanted -> wires.interval(wanted, clock.instant()));
    }

    private MexcFeed(
            FeedName name,
            Supplier<Uni<MexcResult<T>>> call,
            BiFunction<T, Instant, Optional<FeedObservation>> reader,
            Supplier<Instant> pausedUntil) {
        this(name, call, call, reader, pausedUntil, UnaryOperator.identity());
    }

    @Override
    public Duration interval(Duration wanted) {
        return pace.apply(wanted);
    }

    @Override
    public Uni<PollResult> poll() {
        return send(call);
    }

    @Override
    public Uni<PollResult> pollAtOnce() {
        return send(urgentCall);
    }

    private Uni<PollResult> send(Supplier<Uni<MexcResult<T>>> request) {
        return request.get()
                .map(result -> PollResults.of(result, reader, pausedUntil))
                .onFailure()
                .recoverWithItem(failure -> new PollResult.Failed(failure.toString()));
    }
}
