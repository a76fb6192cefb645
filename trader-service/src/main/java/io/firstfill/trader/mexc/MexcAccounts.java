package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.AnswerListener;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.AccountBudget;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.budget.OpeningPhases;
import io.firstfill.mexc.budget.RateShare;
import io.firstfill.mexc.budget.RateUse;
import io.firstfill.mexc.budget.TimedLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.stream.BackOff;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.service.egress.EgressSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EgressRoute;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.trader.engine.ExchangeAccounts;
import io.firstfill.trader.engine.ExchangeAccounts.AnswerHealth;
import io.firstfill.trader.mark.Quotes;
import io.firstfill.trader.mexc.quote.MexcQuotes;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue.OrderRate;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Builds and owns the connections, the budget, the clock and the signer of every environment. */
@Startup
@ApplicationScoped
class MexcAccounts implements ExchangeAccounts {
    private record Parts(MexcWire wire, ClockSampler sampler, Access access, Optional<MexcStream> stream) {}

    private final Map<EnvironmentId, Parts> parts = new HashMap<>();
    private final Map<EnvironmentId, WeightBudget> budgets = new HashMap<>();
    private final Map<EnvironmentId, MexcQuotes> quotes = new HashMap<>();

    /** Environments that the exchange sees under one address share one budget; orders count for each account. */
    MexcAccounts(
            Environments environments,
            MexcTraderSettings settings,
            EgressSettings egress,
            ExchangeTrust trust,
            Vertx vertx,
            InstantSource clock,
            MeterRegistry registry) {
        TimedLimits limits = limits(egress);
        Map<EgressRoute, WeightBudget> shared = new HashMap<>();
        environments.all().forEach((id, target) -> {
            WeightBudget budget = shared.computeIfAbsent(
                    EgressRoute.of(target), route -> new WeightBudget(limits, new OpeningPhases(clock), clock));
            budgets.put(id, budget);
            LeftOutRows leftOut = new LeftOutRows();
            AccountBudget account = budget.account();
            MexcWire wire = new MexcWire(vertx, address(target, egress, trust), account, clock, leftOut);
            quotes.put(id, MexcQuotes.open(target, trust, wire, vertx, clock));
            parts.put(
                    id,
                    open(id, target, trust, wire, leftOut, settings, new AccountRate(account), vertx, clock, registry));
        });
    }

    @Override
    public Access of(EnvironmentId environment) {
        Parts found = parts.get(environment);
        if (found == null) {
            throw new IllegalArgumentException("No environment " + environment);
        }
        return found.access();
    }

    @Override
    public void expect(EnvironmentId environment, Instant opening) {
        WeightBudget budget = budgets.get(environment);
        if (budget != null) {
            budget.expect(List.of(opening));
        }
    }

    @Override
    public Quotes quotes(EnvironmentId environment) {
        return Optional.<Quotes>ofNullable(quotes.get(environment))
                .orElseThrow(() -> new IllegalArgumentException("No environment " + environment));
    }

    @PreDestroy
    void close() {
        quotes.values().forEach(MexcQuotes::close);
        parts.values().forEach(each -> {
            each.stream().ifPresent(MexcStream::close);
            each.sampler().close();
            each.wire().close();
        });
    }

    private static Parts open(
            EnvironmentId id,
            Target target,
            ExchangeTrust trust,
            MexcWire wire,
            LeftOutRows leftOut,
            MexcTraderSettings settings,
            OrderRate rate,
            Vertx vertx,
            InstantSource clock,
            MeterRegistry registry) {
        ClockOffset offset = ClockOffset.standard(settings.clock().maxDrift());
        ServerClock serverClock = new ServerClock(clock, offset);
        ClockSampler sampler =
                new ClockSampler(vertx, wire.market(), offset, settings.clock().interval());
        MexcVenue venue = new MexcVenue(wire, serverClock, sampler, settings, rate, clock);
        Optional<MexcStream> stream = target.wsUri()
                .map(uri -> new MexcStream(
                        id, vertx, patience(uri, target, trust, settings.stream()), serverClock, clock, registry));
        Access access = stream.map(
                        on -> new Access(
                        venue, venue.sells(), new StreamingKeys(venue, on, wire, serverClock), on, leftOut))
                .orElseGet(() -> new Access(venue, venue.sells(), venue, PushFeed.NONE, leftOut));
        return new Parts(wire, sampler, access, stream);
    }

    private static StreamSettings patience(URI uri, Target target, ExchangeTrust trust, PrivateStreamSettings stream) {
        return new StreamSettings(
                uri,
                isPaper(target),
                stream.connect(),
                stream.ping(),
                stream.silence(),
                stream.life(),
                stream.resubscribe(),
                stream.keyExtension(),
                new BackOff(stream.firstBackOff(), stream.longestBackOff()),
                StreamSettings.Limits.documented(),
                target.egressAddress().orElse(null),
                trust.options());
    }

    /** The key of a paper environment opens a simulator only: it may travel without TLS, in a cluster for example. */
    private static boolean isPaper(Target target) {
        return target.mode() == EnvironmentMode.PAPER;
    }

    static MexcSettings address(Target target, EgressSettings egress, ExchangeTrust trust) {
        MexcSettings usual = MexcSettings.of(URI.create("https://api.mexc.com"), URI.create("https://www.mexc.com"));
        return new MexcSettings(
                target.restUri(),
                target.webUri(),
                isPaper(target),
                usual.timeouts(),
                usual.pools(),
                usual.recvWindow(),
                usual.userAgent(),
                egress.throttlePause(),
                egress.longestThrottle(),
                target.egressAddress().orElse(null),
                trust.options());
    }

    private static TimedLimits limits(EgressSettings egress) {
        return new EgressLimits(
                        egress.orders(),
                        egress.signed(),
                        egress.requests(),
                        egress.weight(),
                        egress.web(),
                        egress.exchangeInfoPause(),
                        egress.shares().scanner(),
                        egress.shares().trader())
                .trader(egress.surprise());
    }

    /** The order rate of an account, as its request budget has it. */
    private record AccountRate(AccountBudget budget) implements OrderRate {
        @Override
        public void join(ClientOrderId buy, boolean late, Instant from, Instant until) {
            budget.join(buy.value(), use(late), from, until);
        }

        @Override
        public void leave(ClientOrderId buy) {
            budget.leave(buy.value());
        }

        @Override
        public Share share(ClientOrderId buy, boolean late) {
            RateShare share = budget.share(buy.value(), use(late));
            return new Share(share.orders(), share.buys());
        }

        private static RateUse use(boolean late) {
            return late ? RateUse.LATE : RateUse.AT_OPENING;
        }
    }

    /** Returns what the last answer of each endpoint lacked; orders are watched with their look-ups. */
    private static final class LeftOutRows implements AnswerListener, AnswerHealth {
        private static final Set<MexcEndpoint> OF_ORDERS =
                Set.of(MexcEndpoint.PLACE_ORDER, MexcEndpoint.ORDER_DETAIL, MexcEndpoint.ALL_ORDERS);

        private final Map<String, String> last = new ConcurrentHashMap<>();

        @Override
        public void answered(MexcEndpoint endpoint, SkippedRows skipped) {
            if (!OF_ORDERS.contains(endpoint)) {
                last.put(endpoint.path(), skipped.isEmpty() ? "" : skipped.count() + ", " + skipped.reason());
            }
        }

        @Override
        public Map<String, String> leftOut() {
            return Map.copyOf(last);
        }
    }
}
