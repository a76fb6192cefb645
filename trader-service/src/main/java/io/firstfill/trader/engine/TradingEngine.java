package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.alert.PairAlerts;
import io.firstfill.trader.credential.CredentialResult;
import io.firstfill.trader.credential.CredentialWatch;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.lease.LeaseWatch;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.Results;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.PermitReturns;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.EventOutbox;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.warmup.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Trades one environment: applies every message to the state, and lets the router carry out what follows. Until the
 * past is brought to an end, whatever is read belongs to the past, too, and nothing is decided on it.
 */
final class TradingEngine implements WarmUp.Target {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration CREDENTIAL_RETRY = Duration.ofSeconds(5);
    private static final Duration EXCHANGE_CHECK = Duration.ofMillis(250);
    private static final int FIRST_WARM_UP = 300;
    private static final int WARM_UP = 10;

    private final EventLoop loop;
    private final EngineSettings settings;
    private final IntConsumer warmUp;
    private final EngineState state = new EngineState();
    private final Stages stages;
    private final OrderRouter router;
    private final RunControl runs;
    private final CredentialWatch credentialWatch;
    private final CredentialControl credentials;
    private final Recovery recovery;
    private final LeaseWatch leaseWatch;
    private final ExchangeWatch exchangeWatch;
    private boolean recovered;

    /** @param warmUp sends that many buys through a throwaway engine */
    TradingEngine(EnginePorts ports, EngineSettings settings, IntConsumer warmUp) {
        this.loop = ports.loop();
        this.settings = settings;
        this.warmUp = warmUp;
        Venue venue = ports.account().venue();
        // An alert is published without the lease, too: it says nothing of an order, and people must see it.
        EventOutbox unleased = new EventOutbox(ports.publish(), loop, TradingLease.ALWAYS);
        Alerts alerts = new Alerts(ports.environment(), loop, unleased::publish);
        EventOutbox outbox = new EventOutbox(ports.publish(), loop, ports.lease());
        OrderCommitter committer = new OrderCommitter(
                state, outbox, loop, ports.metrics(), ports.memory(), ports.lease());
        EngineParts parts = new EngineParts(ports, settings, state, committer, outbox, alerts);
        stages = parts.stages();
        credentialWatch = parts.credentials();
        PermitReturns returns = new PermitReturns(ports.environment(), state.permits(), settings.permit());
        runs = new RunControl(ports.environment(), state, committer, returns, loop, alerts);
        credentials = new CredentialControl(state.orders(), parts.credentials(), parts.keyPairs(), runs, venue);
        router = new OrderRouter(state, committer, stages, venue, loop, new PairAlerts(alerts), runs, credentials);
        recovery = new Recovery(state, committer, router, parts.gate(), venue, loop);
        leaseWatch = new LeaseWatch(ports.lease(), alerts);
        exchangeWatch = new ExchangeWatch(venue, loop, alerts);
    }

    /** A message of the past, before {@link #open}. On the thread that replays; nothing runs on the event loop yet. */
    void replayed(Message message) {
        if (message instanceof AlertRaised alert) {
            exchangeWatch.raised(alert);
        }
        state.apply(message, loop.now());
    }

    /** For the warm-up, which has no past: decides on whatever comes next, and does nothing on its own. */
    void openWithoutPast() {
        loop.execute(() -> {
            credentialWatch.assumeValid();
            beginDeciding();
        });
    }

    /** Completes when the orders of the past have been asked about and unanswered stops are answered. */
    CompletableFuture<Void> open() {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        loop.execute(() -> {
            recovery.dropOldSignals();
            Results.route(credentialWatch.validate(null), result -> begin(result, opened));
        });
        return opened;
    }

    private void begin(CredentialResult credential, CompletableFuture<Void> opened) {
        leaseWatch.check();
        credentials.route(credential, router);
        Results.route(recovery.run(), done -> opened.complete(null));
        beginDeciding();
        state.runs().unansweredStops().forEach(command -> runs.stop(command, router));
        router.reviewAll();
        warmUp(FIRST_WARM_UP);
        loop.every(settings.warmUp().interval(), () -> warmUp(WARM_UP));
        loop.every(HEARTBEAT, this::heartbeat);
        loop.every(EXCHANGE_CHECK, exchangeWatch::check);
        Duration credentialInterval = settings.credential().interval();
        loop.every(credentialInterval, () -> credentials.check(router));
        loop.every(CREDENTIAL_RETRY, () -> credentials.retry(router));
        loop.every(credentialInterval, credentials::refreshPairs);
    }

    private void beginDeciding() {
        recovered = true;
        router.open();
    }

    @Override
    public void received(Message message, Instant at) {
        loop.execute(() -> {
            if (message instanceof ValidateCredential command) {
                credentials.validate(command, router);
            } else if (!recovered) {
                state.apply(message, at);
            } else if (!isOurs(message)) {
                state.apply(message, at);
                react(message);
            }
        });
    }

    /** Messages of the private stream may come once the engine is open. */
    PushFeed.Listener pushes() {
        return stages.pushed();
    }

    /** Another process has taken this instance's name; {@link #close()} follows. */
    void replaced() {
        loop.execute(leaseWatch::check);
    }

    void close() {
        stages.arming().cancelAll();
        loop.close();
    }

    /**
     * What only this engine publishes was applied when it was committed; applied again later it could undo what came
     * after.
     */
    private static boolean isOurs(Message message) {
        return switch (message) {
            case OrderEvent order -> true;
            case CredentialEvent credential -> true;
            case RunSuspended suspended -> true;
            case RunResumed resumed -> true;
            case RunStopping stopping -> true;
            case RunStopped stopped -> true;
            default -> false;
        };
    }

    /** The state has been changed by the message already. */
    private void react(Message message) {
        switch (message) {
            case StopRun command -> runs.stop(command, router);
            case SettleOrder command -> stages.settlements().settle(command);
            case RunStarted started -> router.reviewAll();
            case ListingSignal signal -> router.review(new ListingKey(signal.runId(), signal.listingId()));
            case ListingRescheduled moved ->
                state.listings()
                        .of(moved.listingId())
                        .forEach(pending -> router.reconsider(pending, ReturnReason.NOT_BOUGHT));
            case ListingWithdrawn gone -> withdrawn(gone);
            case PermitGranted granted -> router.reviewAll();
            case PermitRevoked revoked -> revoked(revoked);
            case TradingStateChanged changed -> tradingState(changed.state());
            case AlertRaised alert -> exchangeWatch.raised(alert);
            default -> {
                // changes the state at most
            }
        }
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

    private void tradingState(TradingState now) {
        if (now != TradingState.ACTIVE) {
            state.listings().all().forEach(pending -> router.disarm(pending, ReturnReason.REVOKED));
        }
        router.reviewAll();
    }

    /** Needs a key to sign with, and waits while an opening is near: its buy warms the way as well. */
    private void warmUp(int rounds) {
        if (credentials.isValidAndQuiet()) {
            warmUp.accept(rounds);
        }
    }

    private void heartbeat() {
        state.forget(loop.now());
        runs.returnPermits();
        leaseWatch.check();
        stages.pushed().check();
        stages.reconciler().forgetEnded();
    }
}
