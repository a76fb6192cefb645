package io.firstfill.trader.desk;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.listing.Refusal;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** One environment at work: what comes in, and whose it is. Its parts share one thread and one memory. */
final class Desk implements Sending.Consequences, Settling.Endings {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration KEY_RETRY = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final int FIRST_REHEARSAL = 300;
    private static final int REHEARSAL = 10;
    private static final Duration LOOK = Duration.ofMillis(250);

    private final DeskParts parts;
    private final DeskState state;
    private final PastReader past;
    private final Permits permits;
    private final Arming arming;
    private final Review review;
    private final FurtherAttempts further;
    private final Stopping stopping;
    private final CredentialWatch credentials;
    private final Recovery recovery;
    private final MandateWatch mandate;
    private final Pushes pushes;
    private final ExchangeWatch exchange;
    private final KeyPairsWatch keyPairs;
    private final IntConsumer rehearsal;
    /** Until the orders of the past are taken up, what is read is past too: nothing is decided on it. */
    private boolean recovered;

    /** @param rehearsal plays that many buys without effect */
    Desk(DeskParts parts, Keyring keyring, KeyHolder holder, String path, IntConsumer rehearsal) {
        this.rehearsal = rehearsal;
        this.parts = parts;
        this.state = parts.state();
        Teller teller = new Teller(parts);
        Settling settling = new Settling(parts, teller, this);
        Sending sending = new Sending(parts, teller, settling, this);
        past = new PastReader(state);
        permits = new Permits(parts);
        arming = new Arming(parts, teller, sending);
        review = new Review(parts, new Submitting(parts, teller, sending), arming);
        further = new FurtherAttempts(parts, review);
        stopping = new Stopping(parts, permits, review, arming);
        credentials = new CredentialWatch(parts, keyring, holder, path, stopping, this::keyChanged);
        exchange = new ExchangeWatch(parts);
        recovery = new Recovery(parts, teller, settling, arming, past::isRevoked);
        mandate = new MandateWatch(parts);
        pushes = new Pushes(parts, settling, teller);
        keyPairs = new KeyPairsWatch(parts, holder);
        teller.onArmed(buy -> keyPairs.wanted(buy.pair()));
        teller.afterEnd(buy -> stopping.finishIfIdle(buy.runId()));
    }

    void replayed(Message message) {
        if (message instanceof AlertRaised alert) {
            exchange.heard(alert);
        }
        past.read(message, parts.now());
    }

    /** For a stage, which has no past: decides on what comes next, and does nothing on its own. */
    void openWithoutPast() {
        parts.thread().execute(() -> recovered = true);
    }

    /** Completes when the orders of the past have been asked about and unanswered stops are answered. */
    CompletableFuture<Void> open() {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        parts.thread().execute(() -> {
            recovery.forgetOldSignals();
            credentials.validate(null, () -> begin(opened));
        });
        return opened;
    }

    private void begin(CompletableFuture<Void> opened) {
        mandate.look();
        recovery.run(() -> opened.complete(null));
        recovered = true;
        state.runs.unansweredStops().forEach(stopping::settle);
        reconsider();
        rehearse(FIRST_REHEARSAL);
        parts.thread().every(parts.settings().rehearsalInterval(), () -> rehearse(REHEARSAL));
        parts.thread().every(BEAT, this::beat);
        parts.thread().every(LOOK, exchange::look);
        parts.thread().every(parts.settings().credentialInterval(), credentials::look);
        parts.thread().every(KEY_RETRY, credentials::retry);
        parts.thread().every(parts.settings().credentialInterval(), keyPairs::refresh);
    }

    void received(Message message, Instant at) {
        parts.thread().execute(() -> {
            if (recovered || message instanceof ValidateCredential) {
                handle(message, at);
            } else {
                past.read(message, at);
            }
        });
    }

    /** May be told of pushes once it is open. */
    PushFeed.Listener pushes() {
        return pushes;
    }

    /** The last thing it tells, before {@link #close()}. */
    void replaced() {
        parts.thread().execute(mandate::look);
    }

    void close() {
        arming.silenceAll();
        parts.thread().close();
    }

    private void handle(Message message, Instant at) {
        switch (message) {
            case StopRun stop -> stopping.stop(stop);
            case ValidateCredential command -> credentials.validate(command, () -> {});
            case RunStarted started -> {
                state.runs.started(started);
                reconsider();
            }
            case ConfigurationApplied applied -> state.runs.applied(applied);
            case ListingSignal signal ->
                state.listings.signaled(signal, at).ifPresent(waiting -> review.review(waiting.key()));
            case ListingRescheduled moved -> rescheduled(moved);
            case ListingWithdrawn gone -> withdrawn(gone);
            case ListingQualified qualified -> state.listings.qualified(qualified);
            case PermitGranted granted -> {
                state.wallet.granted(granted);
                reconsider();
            }
            case PermitRevoked revoked -> revoked(revoked);
            case TradingStateChanged changed -> tradingState(changed.state());
            case AlertRaised alert -> exchange.heard(alert);
            default -> ours();
        }
    }

    /** Facts we told ourselves, and those of others that do not concern buying. */
    private static void ours() {}

    private void reconsider() {
        if (recovered) {
            permits.sweep();
            review.all();
        }
    }

    private void rescheduled(ListingRescheduled moved) {
        state.listings.rescheduled(moved).forEach(waiting -> {
            arming.disarm(waiting, ReturnReason.NOT_BOUGHT);
            review.review(waiting.key());
        });
    }

    private void withdrawn(ListingWithdrawn gone) {
        Refusal refusal = Refusal.lasting(DenialReason.LISTING_WITHDRAWN, "by " + gone.source());
        state.listings.withdrawn(gone).forEach(waiting -> review.deny(waiting, refusal));
    }

    private void revoked(PermitRevoked event) {
        PermitId id = event.permitId();
        permits.answer(event);
        state.wallet.revoked(id);
        permits.sweep();
        for (BuyState buy : state.buys()) {
            if (buy instanceof BuyState.Armed && buy.buy().permitId().equals(id)) {
                state.listings.find(Arming.key(buy.buy())).ifPresent(waiting -> {
                    arming.disarm(waiting, ReturnReason.REVOKED);
                    review.review(waiting.key());
                });
            }
        }
    }

    private void tradingState(TradingState now) {
        state.tradingState(now);
        if (now == TradingState.ACTIVE) {
            reconsider();
        } else {
            review.disarmAll(ReturnReason.REVOKED);
        }
    }

    /** Needs a key to sign with, and keeps quiet while a bell is about to ring: the real thing warms as well. */
    private void rehearse(int rounds) {
        boolean quiet = state.opensBefore(parts.venue().exchangeTime().plus(QUIET));
        if (state.credentialValid() && !quiet) {
            rehearsal.accept(rounds);
        }
    }

    private void beat() {
        state.forget(parts.now());
        permits.sweep();
        mandate.look();
        pushes.watch();
    }

    /** The key is proven, lost, or has other rights. */
    private void keyChanged() {
        keyPairs.refresh();
        reconsider();
    }

    @Override
    public void attemptAgain(Buy refused) {
        further.attemptAgain(refused);
    }

    @Override
    public void fallBack(Buy refused) {
        further.fallBack(refused);
    }

    @Override
    public void accepted(Buy buy) {
        further.accepted(buy);
    }

    @Override
    public void ended(Buy buy, Sighting end) {
        further.ended(buy, end);
    }

    @Override
    public void reprice(Buy refused, Price highest) {
        further.reprice(refused, highest);
    }

    @Override
    public void accountRefuses(Buy refused, Refused answer, SuspensionReason reason) {
        if (reason == SuspensionReason.CREDENTIAL_REJECTED) {
            credentials.rejected(answer.code(), refused.cause());
        } else {
            stopping.refused(refused, answer, reason);
        }
    }
}
