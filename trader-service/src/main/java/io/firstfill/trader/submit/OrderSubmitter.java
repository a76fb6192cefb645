package io.firstfill.trader.submit;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.OrderEvents;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Submits one request after another for a buy; the next one leaves only after the exchange has refused the one before,
 * which proves that no order exists. An answer in doubt ends the submission for good. The result of a submission
 * completes on the event loop, after its events are committed.
 */
public final class OrderSubmitter {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final String LEASE_LOST = "another trader may act for this account";

    private final EngineState state;
    private final OrderCommitter committer;
    private final RequestSender sender;
    private final LastCheck check;
    private final ProbeSchedule probes;
    private final Venue venue;
    private final EventLoop loop;
    private final WaitingRequests waiting;
    private final Predicate<SubmitResult> followed;

    private record Submission(ClientOrderId id, CompletableFuture<SubmitResult> result) {}

    /** @param followed whether another attempt for the listing follows a result */
    public OrderSubmitter(
            EngineState state,
            OrderCommitter committer,
            RequestSender sender,
            SendGate gate,
            Venue venue,
            EventLoop loop,
            ProbeSchedule probes,
            Predicate<SubmitResult> followed) {
        this.state = state;
        this.followed = followed;
        this.committer = committer;
        this.sender = sender;
        this.check = new LastCheck(state.listings(), gate, venue);
        this.probes = probes;
        this.venue = venue;
        this.loop = loop;
        this.waiting = new WaitingRequests(loop);
    }

    /**
     * Submits a buy that waits for no opening. The request is signed and its connection held while OrderSubmitted is
     * being written; it leaves only when OrderSubmitted is durable, and only if everything still allows it then.
     */
    public CompletionStage<SubmitResult> submit(Buy buy) {
        Submission submission = new Submission(buy.clientOrderId(), new CompletableFuture<>());
        state.plan(buy);
        Uni<Void> written = committer.commitOnce(BuyState.submit(buy, loop.now()));
        LoadedRequest loaded = sender.load(buy);
        written.subscribe()
                .with(
                        done -> loop.execute(() -> durable(submission, loaded)),
                        failure -> loop.execute(() -> {
                            loaded.shot().unload();
                            notDurable(submission);
                        }));
        return submission.result();
    }

    /** Takes over a request that has been fired at an opening. */
    public CompletionStage<SubmitResult> follow(Buy buy, SentRequest sent) {
        Submission submission = new Submission(buy.clientOrderId(), new CompletableFuture<>());
        follow(submission, sent);
        return submission.result();
    }

    /** Ends at once what waits for its next request and may send none: the firing thread does not check again. */
    public void giveUpRefused() {
        waiting.sendNow(id -> state.orders()
                .find(id)
                .flatMap(current -> check.of(current.buy()))
                .isPresent());
    }

    /** Cancels all probes that have not left, because the engine is being closed. From any thread. */
    public void cancelAll() {
        sender.volley().cancelAll();
    }

    private void durable(Submission submission, LoadedRequest loaded) {
        submitted(submission).ifPresent(current -> state.refine(current.durable(loop.now())));
        submitted(submission)
                .filter(current -> isAllowed(submission, current))
                .ifPresentOrElse(
                        current -> send(submission, current, sender.send(current.buy(), loaded)),
                        () -> loaded.shot().unload());
    }

    private void notDurable(Submission submission) {
        String detail = "OrderSubmitted could not be made durable";
        submitted(submission).ifPresent(current -> deny(submission, current, DenialReason.NOT_SENT, detail));
    }

    /** Sends a request signed with the exchange's present time, if everything still allows it. */
    private void sendAnew(Submission submission) {
        Optional<Submitted> allowed = submitted(submission).filter(current -> isAllowed(submission, current));
        allowed.ifPresent(current -> send(submission, current, sender.send(current.buy())));
    }

    private void send(Submission submission, Submitted current, Optional<SentRequest> sent) {
        sent.ifPresentOrElse(
                request -> follow(submission, request),
                () -> later(submission, current, loop.now().plus(SOON), DenialReason.LEASE_LOST, LEASE_LOST));
    }

    private Optional<Submitted> submitted(Submission submission) {
        return state.orders()
                .find(submission.id())
                .filter(Submitted.class::isInstance)
                .map(Submitted.class::cast);
    }

    /** The last check before a request leaves; a buy that may not is given up. */
    private boolean isAllowed(Submission submission, Submitted current) {
        Optional<LastCheck.Stop> stop = check.of(current.buy());
        stop.ifPresent(because -> giveUp(submission, current, because.reason(), because.detail()));
        return stop.isEmpty();
    }

    private void follow(Submission submission, SentRequest sent) {
        sent.outcome().subscribe().with(answer -> loop.execute(() -> answered(submission, sent, answer)));
    }

    private void answered(Submission submission, SentRequest sent, PlaceAnswer answer) {
        Submitted before = submitted(submission).orElse(null);
        if (before == null) {
            return;
        }
        switch (answer) {
            case PlaceAnswer.Acknowledged taken -> {
                Submitted current = requested(before, sent);
                probes.over(current.buy());
                committer.commit(current.acknowledged(taken, loop.now()));
                submission.result().complete(new SubmitResult.Accepted(current.buy()));
            }
            case Refused no -> refused(submission, requested(before, sent), sent, no);
            // A request that was turned away unexecuted is not kept: the last refusal before it may be the proof to
            // publish.
            case PlaceAnswer.Throttled slow ->
                later(submission, before, slow.until(), DenialReason.THROTTLED, slow.detail());
            case PlaceAnswer.Doubtful doubt -> {
                Submitted current = requested(before, sent);
                committer.commit(current.doubtful(doubt, loop.now()));
                submission.result().complete(new SubmitResult.InDoubt(current.buy()));
            }
            case PlaceAnswer.Unsent unsent ->
                later(submission, before, retryAt(unsent), unsent.reason(), unsent.detail());
        }
    }

    private Submitted requested(Submitted before, SentRequest sent) {
        Submitted current = before.requested(sent.ticket());
        state.refine(current);
        return current;
    }

    private void refused(Submission submission, Submitted current, SentRequest sent, Refused answer) {
        if (answer.reaction() instanceof Reaction.StampAnew) {
            venue.resync();
        }
        SubmitResult.of(answer, current.buy(), probes.mayStillOpen(current.buy()))
                .ifPresentOrElse(
                        result -> end(submission, current, answer, result),
                        () -> probe(submission, current.probed(answer), sent));
    }

    /** The next request is timed from the opening and the last one, so that a slow answer costs nothing. */
    private void probe(Submission submission, Submitted current, SentRequest sent) {
        state.refine(current);
        Instant at = probes.next(current, sent.sentAt());
        if (!sender.volley().isNear(at) || !check.isInTime(current.buy(), at)) {
            later(submission, current, at, DenialReason.SIGNAL_EXPIRED, "the next probe is too late");
        } else if (isAllowed(submission, current)) {
            waiting.put(
                    submission.id(),
                    sender.volley().fireAt(current.buy(), at, request -> probed(submission, request)),
                    () -> sendAnew(submission));
        }
    }

    private void probed(Submission submission, Optional<SentRequest> sent) {
        waiting.left(submission.id());
        submitted(submission).ifPresent(current -> send(submission, current, sent));
    }

    private void end(Submission submission, Submitted current, Refused answer, SubmitResult result) {
        List<OrderEvent> events = current.refused(answer, result.rejection(), loop.now());
        committer.commit(followed.test(result) ? OrderEvents.followed(events) : events);
        submission.result().complete(result);
    }

    private Instant retryAt(PlaceAnswer.Unsent unsent) {
        return Objects.requireNonNullElseGet(unsent.retryAt(), () -> loop.now().plus(SOON));
    }

    /** Nothing exists at the exchange: a request may leave later, if later is in time. */
    private void later(Submission submission, Submitted current, Instant at, DenialReason reason, String detail) {
        if (check.isInTime(current.buy(), at)) {
            waiting.at(submission.id(), at, () -> sendAnew(submission));
        } else {
            giveUp(submission, current, reason, detail);
        }
    }

    /** A buy the exchange has refused before is published with that proof; one that never left is denied by us. */
    private void giveUp(Submission submission, Submitted current, DenialReason reason, String detail) {
        Refused proof = current.lastRefusal();
        if (proof == null) {
            deny(submission, current, reason, detail);
        } else {
            committer.commit(current.refused(proof, Rejection.NOT_OPEN, loop.now()));
            submission.result().complete(new SubmitResult.Ended(current.buy()));
        }
    }

    private void deny(Submission submission, Submitted current, DenialReason reason, String detail) {
        committer.commit(current.denied(reason, detail, loop.now()));
        submission.result().complete(new SubmitResult.Ended(current.buy()));
    }
}
