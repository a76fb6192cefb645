package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.alert.PairAlerts;
import io.firstfill.trader.credential.CredentialWatch;
import io.firstfill.trader.lease.LeaseWatch;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.Results;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.PermitReturns;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.EventOutbox;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.warmup.WarmUp;
import io.firstfill.trader.warmup.WarmUpRhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Trades one environment: applies every message to the state, and lets the router carry out what follows. While the
 * past is being recovered the engine obeys every message that tightens, and sends nothing.
 *
 * <pre>
 *   replayed ──open──▶ recovering ──orders looked up, or limit──▶ catching up ──all records read──▶ trading
 *                      └──────── stops, halts and revocations are obeyed; nothing is sent ────────┘
 * </pre>
 */
final class TradingEngine implements WarmUp.Target {
    private static final Logger LOG = Logger.getLogger(TradingEngine.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration CREDENTIAL_RETRY = Duration.ofSeconds(5);
    private static final Duration EXCHANGE_CHECK = Duration.ofMillis(250);

    private final EventLoop loop;
    private final EngineSettings settings;
    private final WarmUpRhythm warmUps;
    private final EngineState state = new EngineState();
    private final Stages stages;
    private final OrderRouter router;
    private final OrderCommitter committer;
    private final RunControl runs;
    private final CredentialWatch credentialWatch;
    private final CredentialControl credentials;
    private final Recovery recovery;
    private final Alerts alerts;
    private final LeaseWatch leaseWatch;
    private final ExchangeWatch exchangeWatch;
    private final QuarantineControl quarantine;
    private final Reactions reactions;
    private final Supplier<CompletionStage<Void>> caughtUp;
    /** True once the orders of the past are known to be in doubt or unsent, so that messages may be reacted to. */
    private boolean recovering;
    /** True once the replay is over, so that the event loop has the state. */
    private volatile boolean opening;

    /** @param warmUp sends that many buys through a throwaway engine; zero says that no warm-up is possible */
    TradingEngine(EnginePorts ports, EngineSettings settings, IntConsumer warmUp) {
        this.loop = ports.loop();
        this.settings = settings;
        Venue venue = ports.account().venue();
        // An alert is published without the lease, too: it says nothing of an order, and people must see it.
        EventOutbox unleased = new EventOutbox(ports.publish(), loop, TradingLease.ALWAYS);
        alerts = new Alerts(ports.environment(), loop, unleased::publish);
        EventOutbox outbox = new EventOutbox(ports.publish(), loop, ports.lease());
        committer = new OrderCommitter(state, outbox, loop, ports.metrics(), ports.memory(), ports.positions(), ports.lease(), alerts);
        EngineParts parts = new EngineParts(ports, settings, state, committer, outbox, alerts);
        stages = parts.stages();
        credentialWatch = parts.credentials();
        PermitReturns returns = new PermitReturns(ports.environment(), state.permits(), settings.permit());
        runs = new RunControl(ports.environment(), state, committer, returns, loop, alerts);
        credentials = parts.control(runs, state.orders());
        warmUps = new WarmUpRhythm(credentials::isValid, credentials::isQuiet, warmUp);
        router = new OrderRouter(state, committer, stages, venue, loop, new PairAlerts(alerts), runs, credentials);
        recovery = new Recovery(state, committer, router, parts.gate(), venue, loop);
        leaseWatch = new LeaseWatch(ports.lease(), alerts);
        exchangeWatch = new ExchangeWatch(venue, ports.account().answers(), loop, alerts);
        quarantine = new QuarantineControl(state, router, alerts);
        reactions = new Reactions(state, router, runs, exchangeWatch, quarantine);
        caughtUp = ports.caughtUp();
    }

    /** A message of the past, before {@link #open}. On the thread that replays; nothing runs on the event loop yet. */
    void replayed(Message message) {
        if (message instanceof AlertRaised alert) {
            exchangeWatch.raised(alert);
        }
        inherit(message);
        state.apply(message, loop.now());
    }

    private void inherit(Message message) {
        if (message instanceof AlertEvent alert) {
            alerts.inherit(alert);
        }
    }

    /** For the warm-up, which has no past: decides on whatever comes next, and does nothing on its own. */
    void openWithoutPast() {
        loop.execute(() -> {
            credentialWatch.assumeValid();
            recovering = true;
            router.open();
        });
    }

    /**
     * Completes when the engine trades: the orders of the past have been asked about, or the limit for that has passed,
     * and all records on the topics at that moment have been read.
     */
    CompletableFuture<Void> open() {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        opening = true;
        loop.execute(() -> {
            recovering = true;
            loop.every(HEARTBEAT, this::heartbeat);
            loop.every(EXCHANGE_CHECK, exchangeWatch::check);
            leaseWatch.check();
            if (!takeUpPast()) {
                return;
            }
            Results.route(recovered().thenCompose(done -> caughtUp.get()), done -> loop.execute(() -> begin(opened)));
        });
        return opened;
    }

    /** While the past cannot be taken up, no buy leaves and none is taken back: what is armed may have been sent. */
    private boolean takeUpPast() {
        try {
            quarantine.open();
            recovery.begin();
            stages.exits().takeUpPast();
            runs.completeSuspensions(router);
            state.runs().unansweredStops().forEach(command -> runs.stop(command, router));
            return true;
        } catch (RuntimeException | Error bug) {
            LOG.error("The orders of the past were not taken up", bug);
            recovering = false;
            quarantine.pastNotTakenUp();
            return false;
        }
    }

    private CompletableFuture<Void> recovered() {
        CompletableFuture<Void> recovered = new CompletableFuture<>();
        loop.after(settings.recovery().limit(), () -> recovered.complete(null));
        Results.route(credentialWatch.validate(null), result -> {
            credentials.route(result, router);
            Results.route(recovery.ask(), done -> recovered.complete(null));
        });
        return recovered;
    }

    private void begin(CompletableFuture<Void> opened) {
        recovery.resume();
        router.open();
        stages.exits().open();
        stages.triggers().open();
        reactions.reviewArmed();
        warmUps.beat();
        loop.every(settings.warmUp().interval(), warmUps::beat);
        Duration credentialInterval = settings.credential().interval();
        loop.every(credentialInterval, () -> credentials.check(router));
        loop.every(CREDENTIAL_RETRY, () -> credentials.retry(router));
        loop.every(credentialInterval, credentials::refreshPairs);
        opened.complete(null);
    }

    @Override
    public void received(Message message, Instant at) {
        loop.execute(() -> handle(message, at));
    }

    /** A message whose handling fails may have been half applied: its record counts as one that cannot be processed. */
    void received(Message message, Instant at, RecordPlace place) {
        loop.execute(() -> {
            try {
                handle(message, at);
            } catch (RuntimeException | Error bug) {
                LOG.errorf(bug, "Message not processed: record=%s type=%s", place, message.type());
                quarantine.unprocessable(place);
            }
        });
    }

    /**
     * A record of the environment, or perhaps of it, cannot be processed. Before {@link #open} on the thread that
     * replays, and then nothing is taken back: what is armed in the past may have been sent.
     */
    void unprocessable(RecordPlace place) {
        if (opening) {
            loop.execute(() -> quarantine.unprocessable(place));
        } else {
            state.quarantine().unprocessable(place);
        }
    }

    private void handle(Message message, Instant at) {
        inherit(message);
        if (message instanceof ValidateCredential command) {
            credentials.validate(command, router);
        } else if (!recovering) {
            state.apply(message, at);
        } else if (!Reactions.isOurs(message)) {
            state.apply(message, at);
            reactions.react(message);
            if (message instanceof Command || message instanceof TradingStateChanged) {
                stages.exits().check();
            }
        }
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
        stages.submitter().cancelAll();
        loop.close();
    }

    private void heartbeat() {
        state.forget(loop.now());
        reactions.everySecond();
        leaseWatch.check();
        alerts.restate();
        stages.check();
        committer.rememberPositions();
    }
}
