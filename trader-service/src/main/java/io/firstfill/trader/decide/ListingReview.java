package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Times;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.FreedRoom;
import io.firstfill.trader.permit.Permit;
import io.firstfill.trader.permit.PermitSettings;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.EngineState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    /** With less time than this before an opening nothing is armed anew: OrderArmed may take as long to be durable. */
    private static final Duration TOO_LATE = Duration.ofSeconds(1);

    /** Time in which risk grants a permit many times over: it needs some 20 ms, and a restart of it some seconds. */
    private static final Duration LONG_BEFORE = Duration.ofSeconds(10);

    private final EnvironmentId environment;
    private final EngineState state;
    private final ListingRuns runs;
    private final Conditions conditions;
    private final Situations situations;
    private final Pricing pricing;
    private final Venue venue;
    private final DecisionSettings settings;

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
    }

    public Decision decide(PendingSignal pending, Instant now) {
        Instant start = start(pending);
        if (now.isBefore(start) && !state.runs().isOver(pending.signal().runId())) {
            return new Decision.Wait(bounded(Duration.between(now, start)), false);
        }
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
                        RECHECK, !situation.leftAlone() && situation.terms().isEmpty() && wantsBook(pending))
                : new Decision.Deny(refusal.get());
    }

    /**
     * Returns whether an armed buy is within what the run's configuration and the listing's terms allow now. What was
     * loosened since takes nothing back.
     */
    public boolean fits(Buy buy, PendingSignal pending) {
        ListingId listing = buy.listingId();
        return runs.open(pending)
                .map(Run.Open::configuration)
                .filter(now -> !state.listings().isLeftAlone(pending))
                .filter(now -> WantedListings.refusal(pending, now, situations.verdict(pending))
                        .isEmpty())
                .filter(now -> !buy.quoteAmount().exceeds(situations.left(pending)))
                .filter(now -> buy.recvWindow().compareTo(now.recvWindow()) <= 0)
                .filter(now ->
                        pending.isCapped(now.orderStyle(), state.listings().rules(listing))
                                == buy.terms() instanceof Terms.Capped)
                .filter(now -> pricing.isWithin(buy.terms(), pending, now))
                .isPresent();
    }

    /**
     * Whether the run's configuration would arm another buy now, on terms that are at hand: for a larger amount, or
     * with a longer validity. Without a permit or the balance for it, or right before the opening, the armed buy stays
     * as it is.
     *
     * @param prices whether another price counts, too; a price that follows the market may differ at each question
     */
    public boolean isOutdated(Buy buy, PendingSignal pending, boolean prices) {
        Instant opening = pending.openingTime();
        Optional<Configuration> open = runs.open(pending).map(Run.Open::configuration);
        if (open.isEmpty()
                || opening == null
                || !venue.exchangeTime().plus(TOO_LATE).isBefore(opening)) {
            return false;
        }
        Configuration now = open.get();
        Amount amount = situations.left(pending);
        Optional<Terms> terms = pricing.terms(pending, now, amount);
        boolean differs = amount.exceeds(buy.quoteAmount())
                || buy.recvWindow().compareTo(now.recvWindow()) < 0
                || (prices && !terms.equals(Optional.of(buy.terms())));
        return differs
                && terms.isPresent()
                && situations.available(pending).filter(amount::exceeds).isEmpty()
                && situations.permit(pending, amount).isPresent();
    }

    /**
     * Whether the run's configuration wants a larger amount, and the caps leave no room for its permit beside the one
     * of the armed buy, but enough in its place. The buy then may give its permit back, long enough before the opening
     * for risk to grant the larger one: until it does the listing has no permit, and should risk be away until the
     * opening, it is not bought.
     */
    public boolean mayGiveWay(Buy buy, PendingSignal pending) {
        Instant opening = pending.openingTime();
        Amount amount = situations.left(pending);
        List<CapReached> caps = state.reachedCaps(buy.runId());
        return opening != null
                && venue.exchangeTime().plus(LONG_BEFORE).isBefore(opening)
                && amount.exceeds(buy.quoteAmount())
                && state.permits().of(buy.runId()::equals).isEmpty()
                && !caps.isEmpty()
                && FreedRoom.isEnough(caps, buy.quoteAmount(), amount);
    }

    /** Reads the book for a listing whose capped buy has no cap; see {@link Pricing#readBook}. */
    public CompletionStage<ListingKey> readBook(PendingSignal pending) {
        boolean premium = runs.open(pending)
                .filter(run -> run.configuration().maxPremium() != null)
                .isPresent();
        return pricing.readBook(
                new Pricing.Question(pending.key(), pending.signal().pair(), pending.openingTime(), premium));
    }

    /**
     * Reads the book now, so that a price is at hand should a market order have to be followed by a capped one.
     *
     * @return completes when an offer is known, for a review of the capped order that may wait for it by then; never,
     *     when no price is needed
     */
    public CompletionStage<ListingKey> readBookAhead(Buy buy) {
        return runs.open(buy)
                .map(Run.Open::configuration)
                .filter(configured -> configured.orderStyle() == OrderStyle.MARKET_THEN_IOC)
                .filter(configured -> configured.priceCap() == null || configured.maxPremium() != null)
                .map(configured -> pricing.readBook(new Pricing.Question(
                        ListingKey.of(buy), buy.pair(), buy.timeline().openingTime(), configured.maxPremium() != null)))
                .orElseGet(CompletableFuture::new);
    }

    /** Before the decision about a further attempt, for which every moment counts. */
    public void hurry(ListingKey key) {
        pricing.readAgainSoon(key);
    }

    /** Drops what was read for a listing that is decided. */
    public void forget(ListingKey key) {
        pricing.forget(key);
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
