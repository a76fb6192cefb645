package io.firstfill.trader.decide;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Times;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.Permit;
import io.firstfill.trader.permit.PermitSettings;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.EngineState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides about one pending signal: wait, arm, submit or deny. It is asked again whenever something changed. */
public final class ListingReview {
    /** The exchange's clock may jump while a listing waits to be armed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration RECHECK = Duration.ofMillis(50);
    /** With less time than this before an opening the buy is not armed: it is submitted at once. */
    private static final Duration TOO_NEAR = Duration.ofMillis(100);

    private final EnvironmentId environment;
    private final EngineState state;
    private final ListingRuns runs;
    private final Conditions conditions;
    private final Situations situations;
    private final Pricing pricing;
    private final Venue venue;
    private final DecisionSettings settings;
    private final ArmedReview armed;

    public ListingReview(
            EnvironmentId environment,
            EngineState state,
            Conditions conditions,
            Venue venue,
            EventLoop loop,
            DecisionSettings settings,
            PermitSettings permits) {
        this.environment = environment;
        this.state = state;
        this.runs = new ListingRuns(state);
        this.conditions = conditions;
        this.venue = venue;
        this.settings = settings;
        this.pricing = new Pricing(state.listings(), venue, loop, settings);
        this.situations = new Situations(state, conditions, pricing, venue, permits);
        this.armed = new ArmedReview(state, runs, situations, pricing, venue);
    }

    /** The review of buys that are armed. */
    public ArmedReview armed() {
        return armed;
    }

    public Decision decide(PendingSignal pending, Instant now) {
        Instant start = start(pending);
        if (now.isBefore(start) && !state.runs().isOver(pending.signal().runId())) {
            return new Decision.Wait(bounded(Duration.between(now, start)), false);
        }
        return judged(learned(pending, now), now);
    }

    /** Where a setting allows, the first attempt is a capped one while the exchange has shown to take no other. */
    private PendingSignal learned(PendingSignal pending, Instant now) {
        boolean learns = settings.beginCappedWhereMarketIsRefused()
                && pending.attempt() == pending.firstAttempt()
                && !pending.marketRefused()
                && state.orders().firstMinute().marketOrdersRefused(now).isPresent();
        return learns ? state.again(pending.key(), PendingSignal::withoutMarket).orElse(pending) : pending;
    }

    private Decision judged(PendingSignal pending, Instant now) {
        Situation situation = situations.of(pending, now);
        Optional<Refusal> refusal = Checks.firstRefusal(situation);
        if (refusal.isEmpty()) {
            return buy(pending, situation, now);
        }
        if (refusal.get().reason() == DenialReason.INSUFFICIENT_BALANCE) {
            conditions.unpaid();
        }
        boolean mayPass = refusal.get().passing() && now.isBefore(patience(pending, situation));
        return mayPass
                ? new Decision.Wait(
                        recheck(pending),
                        !situation.leftAlone() && situation.terms().isEmpty() && wantsBook(pending))
                : new Decision.Deny(refusal.get());
    }

    /** A buy that waits for the price of now takes an older one at the end of that wait. */
    private Duration recheck(PendingSignal pending) {
        Duration price = pricing.priceWait(pending);
        return price.isPositive() && price.compareTo(RECHECK) < 0 ? price : RECHECK;
    }

    /** Reads the book for a listing whose capped buy has no cap; see {@link BookReadings#read}. */
    public CompletionStage<ListingKey> readBook(PendingSignal pending) {
        boolean premium = runs.open(pending)
                .filter(run -> run.configuration().maxPremium() != null)
                .isPresent();
        return pricing.book()
                .read(new BookReadings.Question(
                        pending.key(), pending.signal().pair(), pending.openingTime(), premium));
    }

    /**
     * Reads the book now, so that a price is at hand should this order have to be followed by a capped one. What
     * follows a capped order has its price, unless it was the first and a premium is counted anew; before the opening
     * the book tells decimals, and what a premium counts from.
     *
     * @return completes when an offer is known, for a review of the capped order that may wait for it by then; never,
     *     when no price is needed
     */
    public CompletionStage<ListingKey> readBookAhead(Buy buy) {
        return runs.open(buy)
                .map(Run.Open::configuration)
                .filter(configured -> configured.orderStyle() == OrderStyle.MARKET_THEN_IOC)
                .filter(configured ->
                        buy.terms() instanceof Terms.Market || (configured.maxPremium() != null && isFirst(buy)))
                .filter(configured -> wantsDecimals(buy)
                        || configured.maxPremium() != null
                        || (hasOpened(buy) && configured.priceCap() == null))
                .map(configured -> pricing.book()
                        .read(new BookReadings.Question(
                                ListingKey.of(buy),
                                buy.pair(),
                                buy.timeline().openingTime(),
                                configured.maxPremium() != null)))
                .orElseGet(CompletableFuture::new);
    }

    private boolean isFirst(Buy buy) {
        return state.listings().firstAttempt(ListingKey.of(buy)) == buy.attempt();
    }

    private boolean wantsDecimals(Buy buy) {
        return state.listings().rules(buy.listingId()).isEmpty();
    }

    private boolean hasOpened(Buy buy) {
        Instant opening = buy.timeline().openingTime();
        return opening == null || !venue.exchangeTime().isBefore(opening);
    }

    /** Before the decision about a further attempt, for which every moment counts. */
    public void hurry(ListingKey key) {
        pricing.book().readAgainSoon(key);
    }

    /** Drops what was read for a listing that is decided. */
    public void forget(ListingKey key) {
        pricing.book().forget(key);
    }

    private boolean wantsBook(PendingSignal pending) {
        return runs.open(pending)
                .filter(run -> pricing.needsBook(pending, run.configuration()))
                .isPresent();
    }

    /** Returns when there is something to decide, by our clock. */
    private Instant start(PendingSignal pending) {
        Instant opening = pending.openingTime();
        Instant arm = opening == null
                ? pending.notBefore()
                : venue.localTimeOf(opening).minus(settings.armLead());
        return arm.isAfter(pending.notBefore()) ? arm : pending.notBefore();
    }

    /**
     * Until when something passing is waited for: an offer in the book or the lease, for as long as a buy is wanted.
     */
    private Instant patience(PendingSignal pending, Situation situation) {
        Instant opening = pending.openingTime();
        if (!situation.leftAlone() && (situation.terms().isEmpty() || !situation.leaseHeld())) {
            return opening == null ? pending.deadline() : venue.localTimeOf(pending.deadline());
        }
        Instant patient = pending.notBefore().plus(settings.patience());
        Instant opens = opening == null ? patient : venue.localTimeOf(opening);
        return opens.isAfter(patient) ? opens : patient;
    }

    private static Duration bounded(Duration delay) {
        return delay.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : delay;
    }

    private Decision buy(PendingSignal pending, Situation situation, Instant now) {
        Run.Open run = state.runs().open(pending.signal().runId()).orElseThrow();
        Permit permit = situations.permit(pending, situation.amount()).orElseThrow();
        Buy buy = new Buy(
                environment,
                run.id(),
                pending.signal().listingId(),
                pending.signal().pair(),
                pending.orderId(),
                pending.attempt(),
                permit.id(),
                situation.amount(),
                situation.terms().orElseThrow(),
                exchangeDeadline(pending, now),
                run.configuration().recvWindow(),
                pending.signal().meta(),
                Times.of(pending.signal(), pending.openingTime(), pending.consumedAt()));
        Instant opening = pending.openingTime();
        return opening != null && venue.exchangeTime().plus(TOO_NEAR).isBefore(opening)
                ? new Decision.Arm(buy, opening)
                : new Decision.Submit(buy);
    }

    private Instant exchangeDeadline(PendingSignal pending, Instant now) {
        return pending.isSurprise()
                ? venue.exchangeTime().plus(Duration.between(now, pending.deadline()))
                : pending.deadline();
    }
}
