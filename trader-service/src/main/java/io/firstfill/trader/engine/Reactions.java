package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.state.EngineState;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reacts to the messages of other services, each of which has changed the state already. What tightens takes back what
 * is armed at once, also while the past is being recovered; what loosens leads to reviews, which wait for the end of
 * the recovery.
 */
final class Reactions {
    private final EngineState state;
    private final OrderRouter router;
    private final RunControl runs;
    private final ExchangeWatch exchange;
    private final QuarantineControl quarantine;
    private final GivingWay givingWay = new GivingWay();

    Reactions(
            EngineState state,
            OrderRouter router,
            RunControl runs,
            ExchangeWatch exchange,
            QuarantineControl quarantine) {
        this.state = state;
        this.router = router;
        this.runs = runs;
        this.exchange = exchange;
        this.quarantine = quarantine;
    }

    /**
     * Returns whether only this engine publishes the message. Such a message was applied when it was committed; applied
     * again later it could undo what came after.
     */
    static boolean isOurs(Message message) {
        return switch (message) {
            case OrderEvent order -> true;
            case ExitEvent exit -> true;
            case CredentialEvent credential -> true;
            case RunSuspended suspended -> true;
            case RunResumed resumed -> true;
            case RunStopping stopping -> true;
            case RunStopped stopped -> true;
            default -> false;
        };
    }

    void react(Message message) {
        switch (message) {
            case StopRun command -> runs.stop(command, router);
            case SettleOrder command -> router.settle(command);
            case SetTradingState command -> tradingState();
            case TradingStateChanged changed -> tradingState();
            case RunStarted started -> router.reviewAll();
            case ConfigurationApplied applied -> applied(state.listings().of(applied.runId()));
            case ChangeListingTerms command -> tightened(state.listings().of(command.listingId()));
            case ListingTermsChanged changed -> applied(state.listings().of(changed.listingId()));
            case ListingSignal signal -> router.review(new ListingKey(signal.runId(), signal.listingId()));
            case ListingRescheduled moved -> moved(moved);
            case ListingWithdrawn gone -> withdrawn(gone);
            case PermitGranted granted -> granted();
            case PermitRevoked revoked -> revoked(revoked);
            case AlertRaised alert -> exchange.raised(alert);
            default -> quarantine.react(message);
        }
    }

    /**
     * Takes back what the run's configuration and the listing's terms, as they are now, would not arm, and decides
     * anew; then what they would arm on other terms. What has fired goes on with the terms it was armed with.
     */
    private void applied(List<PendingSignal> concerned) {
        disarmUnfit(concerned);
        router.reviewAll();
        armAnew(concerned, true);
    }

    /** Takes back at once what a person leaves alone; it is denied at its opening unless it is wanted again. */
    private void tightened(List<PendingSignal> concerned) {
        disarmUnfit(concerned);
        concerned.forEach(pending -> router.review(pending.key()));
    }

    private void disarmUnfit(List<PendingSignal> concerned) {
        concerned.forEach(pending -> disarm(pending, buy -> !router.fits(buy, pending)));
    }

    /** Decides anew about everything that waits, and about what was armed for less than there is a permit for now. */
    void reviewArmed() {
        router.reviewAll();
        armAnew(state.listings().all(), false);
    }

    /** The listing that has given its permit back for a larger one comes first. */
    private void granted() {
        givingWay.waiting().ifPresent(router::review);
        reviewArmed();
    }

    /** Each second: returns permits that are of no use, and one of an armed buy that a larger permit is to replace. */
    void everySecond() {
        runs.returnPermits();
        boolean over = givingWay
                .waiting()
                .filter(key -> state.listings()
                        .find(key)
                        .filter(pending -> !isArmed(pending, buy -> true))
                        .isEmpty())
                .isPresent();
        if (over) {
            givingWay.over();
        }
        List<PendingSignal> willing = state.listings().all().stream()
                .filter(pending -> isArmed(pending, buy -> router.mayGiveWay(buy, pending)))
                .toList();
        givingWay
                .choose(willing)
                .flatMap(state.listings()::find)
                .ifPresent(pending -> router.reconsider(pending, ReturnReason.NOT_BOUGHT));
    }

    /**
     * Arms on the terms of now, one listing after the other: a permit that one has taken is no reason to take the next
     * one back, whose own permit would be gone.
     */
    private void armAnew(List<PendingSignal> armed, boolean prices) {
        for (PendingSignal pending : armed) {
            if (isArmed(pending, buy -> router.isOutdated(buy, pending, prices))) {
                router.reconsider(pending, ReturnReason.NOT_BOUGHT);
            }
        }
    }

    private void disarm(PendingSignal pending, Predicate<Buy> which) {
        if (isArmed(pending, which)) {
            router.disarm(pending, ReturnReason.NOT_BOUGHT);
        }
    }

    private boolean isArmed(PendingSignal pending, Predicate<Buy> which) {
        return state.orders()
                .find(pending.orderId())
                .filter(order -> order instanceof BuyState.Armed && which.test(order.buy()))
                .isPresent();
    }

    /** What is armed, and what probes the opening that was announced before, is meant for the other one. */
    private void moved(ListingRescheduled moved) {
        state.listings().of(moved.listingId()).forEach(pending -> router.reconsider(pending, ReturnReason.NOT_BOUGHT));
        router.giveUpRefused();
    }

    private void withdrawn(ListingWithdrawn gone) {
        Refusal refusal = Refusal.lasting(DenialReason.LISTING_WITHDRAWN, "by " + gone.source());
        state.listings().of(gone.listingId()).forEach(pending -> router.deny(pending, refusal));
    }

    private void revoked(PermitRevoked event) {
        runs.answer(event);
        runs.returnPermits();
        for (BuyState current : state.orders().all()) {
            if (current instanceof BuyState.Armed && current.buy().permitId().equals(event.permitId())) {
                state.listings()
                        .find(ListingKey.of(current.buy()))
                        .ifPresent(pending -> router.reconsider(pending, ReturnReason.REVOKED));
            }
        }
    }

    private void tradingState() {
        if (state.tradingState() != TradingState.ACTIVE) {
            state.listings().all().forEach(pending -> router.disarm(pending, ReturnReason.REVOKED));
        }
        router.reviewAll();
    }
}
