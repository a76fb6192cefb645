package io.firstfill.trader.decide;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rules that must hold before a buy leaves, in order; the first refusal is the answer. */
final class Checks {
    private static final List<Function<Situation, Optional<Refusal>>> ALL = List.of(
            Checks::listed,
            Checks::running,
            Checks::wanted,
            Checks::leftAlone,
            Checks::first,
            Checks::lease,
            Checks::inTime,
            Checks::trading,
            Checks::quarantine,
            Checks::credential,
            Checks::clock,
            Checks::sides,
            Checks::orderType,
            Checks::key,
            Checks::minimum,
            Checks::maximum,
            Checks::price,
            Checks::permit,
            Checks::balance);

    private Checks() {}

    static Optional<Refusal> firstRefusal(Situation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation).stream()).findFirst();
    }

    private static Optional<Refusal> listed(Situation s) {
        return when(s.withdrawn(), () -> Refusal.lasting(DenialReason.LISTING_WITHDRAWN, "announcement is gone"));
    }

    /**
     * Passing for an unknown run: starts and signals come on different topics, so that its start may not have been read
     * yet.
     */
    private static Optional<Refusal> running(Situation s) {
        return s.run()
                .map(run -> switch (run) {
                    case Run.Active active -> Optional.<Refusal>empty();
                    case Run.Suspended suspended ->
                        Optional.of(Refusal.passing(DenialReason.RUN_NOT_ACTIVE, "suspended=" + suspended.reason()));
                    case Run.Stopping stopping -> Optional.of(Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopping"));
                    case Run.Stopped stopped -> Optional.of(Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped"));
                })
                .orElseGet(() -> Optional.of(Refusal.passing(DenialReason.RUN_NOT_ACTIVE, "not started here")));
    }

    private static Optional<Refusal> wanted(Situation s) {
        return s.run()
                .filter(Run.Open.class::isInstance)
                .map(Run.Open.class::cast)
                .flatMap(run -> WantedListings.refusal(s.pending(), run.configuration(), s.verdict()));
    }

    /** Passing until the opening: the person may want the listing again. */
    private static Optional<Refusal> leftAlone(Situation s) {
        return when(s.leftAlone(), () -> Refusal.passing(DenialReason.LEFT_ALONE, "by a person's decision"));
    }

    /**
     * One announcement corrected under another id counts as one listing: two listings would be two buys. Passing while
     * the other one is in flight: a refusal of it leaves the pair free.
     */
    private static Optional<Refusal> first(Situation s) {
        String pair = "pair=" + s.pending().signal().pair();
        return switch (s.pairUse()) {
            case FREE -> Optional.empty();
            case IN_FLIGHT -> Optional.of(Refusal.passing(DenialReason.PAIR_ALREADY_BOUGHT, pair + " in flight"));
            case BOUGHT -> Optional.of(Refusal.lasting(DenialReason.PAIR_ALREADY_BOUGHT, pair));
        };
    }

    /** Checked before the deadline: a buy that was late because of the lease is denied with that reason. */
    private static Optional<Refusal> lease(Situation s) {
        return when(
                !s.leaseHeld(),
                () -> Refusal.passing(DenialReason.LEASE_LOST, "another trader may act for this account"));
    }

    private static Optional<Refusal> inTime(Situation s) {
        return when(
                !s.now().isBefore(s.pending().deadline()),
                () -> Refusal.lasting(
                        DenialReason.SIGNAL_EXPIRED, "deadline=" + s.pending().deadline() + " now=" + s.now()));
    }

    private static Optional<Refusal> trading(Situation s) {
        TradingState state = s.tradingState();
        return when(
                state != TradingState.ACTIVE,
                () -> Refusal.passing(DenialReason.TRADING_STATE, "state=" + (state == null ? "unknown" : state)));
    }

    /** As under HALTED: the record could have been a stop, a halt or a fill. */
    private static Optional<Refusal> quarantine(Situation s) {
        return s.quarantined().map(place -> Refusal.passing(DenialReason.TRADING_STATE, "quarantined=" + place));
    }

    private static Optional<Refusal> credential(Situation s) {
        return when(!s.credentialValid(), () -> Refusal.passing(DenialReason.NO_CREDENTIAL, "no validated credential"));
    }

    private static Optional<Refusal> clock(Situation s) {
        return when(
                !s.clockTrusted(),
                () -> Refusal.passing(DenialReason.CLOCK, "exchange clock unknown or too uncertain"));
    }

    /** Passing: whether the sides that a coming pair shows change at its opening is not known. */
    private static Optional<Refusal> sides(Situation s) {
        return rules(s).flatMap(rules -> when(
                Boolean.FALSE.equals(rules.buyable()),
                () -> Refusal.passing(DenialReason.NOT_QUALIFIED, "sides do not allow buying")));
    }

    private static Optional<Refusal> orderType(Situation s) {
        return rules(s).flatMap(rules -> when(
                !isCapped(s) && PendingSignal.lacksMarket(rules),
                () -> Refusal.lasting(
                        DenialReason.NOT_QUALIFIED,
                        "style=MARKET orderTypes=" + String.join(",", rules.orderTypes()))));
    }

    private static Optional<Refusal> key(Situation s) {
        return when(
                !s.keyTakesPair(),
                () -> Refusal.passing(DenialReason.NOT_QUALIFIED, "pair missing from the key's own list"));
    }

    private static Optional<Refusal> minimum(Situation s) {
        return rules(s).map(rules -> least(rules, isCapped(s)))
                .flatMap(least -> when(
                        least.exceeds(worth(s)),
                        () -> Refusal.lasting(DenialReason.BELOW_MINIMUM, "amount=" + worth(s) + " minimum=" + least)));
    }

    /** Returns the amount that the exchange compares with its limits: price times quantity of a capped order. */
    private static Amount worth(Situation s) {
        return s.terms()
                .map(terms -> switch (terms) {
                    case Terms.Capped capped -> capped.worth();
                    case Terms.Market market -> market.amount();
                })
                .orElse(s.amount());
    }

    /**
     * The smallest order. Limit orders have a minimum of their own; where it is not known, that of market orders is
     * used.
     */
    static Amount least(TradingRules rules, boolean capped) {
        Amount priced = rules.minLimitAmount();
        return capped && priced != null ? priced : rules.minMarketAmount();
    }

    private static Optional<Refusal> maximum(Situation s) {
        return rules(s).flatMap(rules -> most(rules, isCapped(s)))
                .flatMap(most -> when(
                        worth(s).exceeds(most),
                        () -> Refusal.lasting(DenialReason.ABOVE_MAXIMUM, "amount=" + worth(s) + " maximum=" + most)));
    }

    private static Optional<Amount> most(TradingRules rules, boolean capped) {
        Amount priced = rules.maxLimitAmount();
        return Optional.ofNullable(capped && priced != null ? priced : rules.maxMarketAmount());
    }

    /** Refuses a capped buy without a price. */
    private static Optional<Refusal> price(Situation s) {
        return when(
                s.terms().isEmpty(),
                () -> Refusal.passing(DenialReason.NOT_SENT, "no price or quantity for a capped buy"));
    }

    private static Optional<Refusal> permit(Situation s) {
        if (s.permitInTime()) {
            return Optional.empty();
        }
        return Optional.of(s.largestPermit()
                .filter(limit -> s.amount().exceeds(limit))
                .map(limit ->
                        Refusal.passing(DenialReason.PERMIT_TOO_SMALL, "amount=" + s.amount() + " permit=" + limit))
                .orElseGet(() -> Refusal.passing(DenialReason.NO_PERMIT, "permits=0" + caps(s))));
    }

    /** Passing: the account may be funded in time. A balance that is not known refuses nothing: the exchange would. */
    private static Optional<Refusal> balance(Situation s) {
        return s.available()
                .filter(free -> worth(s).exceeds(free))
                .map(free -> Refusal.passing(
                        DenialReason.INSUFFICIENT_BALANCE,
                        "amount=" + worth(s) + " available=" + free + " "
                                + s.pending().signal().pair().quote()));
    }

    /** Names every cap that is reached, with its numbers: an operator must see what to raise or to wait for. */
    private static String caps(Situation s) {
        return s.caps().stream()
                .map(cap -> " cap=" + cap.cap() + " used=" + cap.used() + " limit=" + cap.limit() + until(cap))
                .collect(Collectors.joining());
    }

    private static String until(CapReached cap) {
        return cap.until() == null ? "" : " until=" + cap.until();
    }

    private static Optional<TradingRules> rules(Situation s) {
        return s.run().filter(Run.Open.class::isInstance).flatMap(run -> s.rules());
    }

    private static boolean isCapped(Situation s) {
        return s.run()
                .filter(Run.Open.class::isInstance)
                .map(Run.Open.class::cast)
                .filter(run -> s.pending().isCapped(run.configuration().orderStyle(), s.rules()))
                .isPresent();
    }

    private static Optional<Refusal> when(boolean refused, Supplier<Refusal> refusal) {
        return refused ? Optional.of(refusal.get()) : Optional.empty();
    }
}
