package io.firstfill.trader.sell;

import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Ticket;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.position.SellEvents;
import io.firstfill.trader.position.SellState;
import io.firstfill.trader.position.SellState.Stage;
import io.firstfill.trader.position.SellTimes;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends one sell: its submission is durable before its request leaves, and a request leaves again only where the
 * exchange has certainly not executed the one before. An answer in doubt ends the sending for good.
 */
public final class SellSubmitter {
    private static final Duration SOON = Duration.ofMillis(50);

    private final EngineState state;
    private final OrderCommitter committer;
    private final Venue venue;
    private final SellVenue sells;
    private final SellGate gate;
    private final EventLoop loop;
    private final SellSettings settings;
    private final Consumer<SellState> answered;

    /** @param answered is told of each sell whose sending is over, after its events are committed */
    public SellSubmitter(
            EngineState state,
            OrderCommitter committer,
            Venue venue,
            SellVenue sells,
            SellGate gate,
            EventLoop loop,
            SellSettings settings,
            Consumer<SellState> answered) {
        this.state = state;
        this.committer = committer;
        this.venue = venue;
        this.sells = sells;
        this.gate = gate;
        this.loop = loop;
        this.settings = settings;
        this.answered = answered;
    }

    void submit(ExitTriggered exit, int attempt, SellLot lot) {
        Instant deadline = venue.exchangeTime().plus(settings.sendWithin());
        SellEvents.Times times = new SellEvents.Times(loop.now(), deadline.plus(settings.recvWindow()));
        SellSubmitted event = SellEvents.submitted(exit, attempt, lot.type(), lot.quantity(), lot.price(), times);
        Uni<Void> written = committer.commitOnce(event);
        ClientOrderId id = event.clientOrderId();
        written.subscribe()
                .with(
                        done -> loop.execute(() -> send(id, deadline, loop.now())),
                        failure -> loop.execute(() -> submitted(id)
                                .ifPresent(sell -> absent(sell, "its submission could not be made durable"))));
    }

    private Optional<SellState> submitted(ClientOrderId id) {
        return state.positions().find(id).filter(sell -> sell.stage() == Stage.SUBMITTED);
    }

    /** The lease is part of the gate, which is asked last before the request is written. */
    private void send(ClientOrderId id, Instant deadline, Instant durable) {
        SellState sell = submitted(id).orElse(null);
        if (sell == null) {
            return;
        }
        if (!venue.exchangeTime().isBefore(deadline)) {
            absent(sell, "not sent in time");
            return;
        }
        Optional<String> refusal = gate.refusal();
        if (refusal.isPresent()) {
            absent(sell, "not sent: " + refusal.get());
            return;
        }
        Ticket ticket = sells.sign(request(sell.submitted()), venue.exchangeTime());
        state.positions().refine(sell.with(SellTimes.sent(sell.timeline(), durable, ticket.signedAt())));
        Uni<PlaceAnswer> answer = gate.lease().holds() ? venue.place(ticket) : unsent();
        answer.onFailure()
                .recoverWithItem(bug -> new PlaceAnswer.Doubtful(
                        Ambiguity.CONNECTION_LOST, bug.getClass().getSimpleName()))
                .subscribe()
                .with(told -> loop.execute(() -> answered(id, told, deadline, durable)));
    }

    private static Uni<PlaceAnswer> unsent() {
        return Uni.createFrom().item(new PlaceAnswer.Unsent("another trader may act for this account", null));
    }

    private SellRequest request(SellSubmitted sell) {
        return new SellRequest(
                sell.pair(),
                sell.clientOrderId(),
                sell.orderType(),
                sell.quantity(),
                sell.limitPrice(),
                settings.recvWindow());
    }

    private void answered(ClientOrderId id, PlaceAnswer answer, Instant deadline, Instant durable) {
        SellState sell = submitted(id).orElse(null);
        if (sell == null) {
            return;
        }
        switch (answer) {
            case PlaceAnswer.Acknowledged taken -> {
                SellState told =
                        sell.with(SellTimes.answered(sell.timeline(), taken.travel(), taken.exchangeTime()));
                over(sell, SellEvents.accepted(told, taken.id(), loop.now()));
            }
            case PlaceAnswer.Refused no -> refused(sell, no);
            case PlaceAnswer.Throttled slow -> again(id, slow.until(), deadline, durable);
            case PlaceAnswer.Doubtful doubt ->
                over(sell, SellEvents.unresolved(sell, doubt.ambiguity(), doubt.detail(), loop.now()));
            case PlaceAnswer.Unsent unsent -> {
                Instant retryAt = unsent.retryAt();
                again(id, retryAt == null ? loop.now().plus(SOON) : retryAt, deadline, durable);
            }
        }
    }

    private void refused(SellState sell, PlaceAnswer.Refused no) {
        if (no.reaction() instanceof Reaction.StampAnew) {
            venue.resync();
        }
        SellState told = sell.with(SellTimes.answered(sell.timeline(), no.travel(), null));
        over(sell, SellEvents.rejected(told, no, SellReaction.rejection(no), loop.now()));
    }

    private void again(ClientOrderId id, Instant at, Instant deadline, Instant durable) {
        Duration wait = Duration.between(loop.now(), at);
        if (venue.localTimeOf(deadline).isBefore(at)) {
            submitted(id).ifPresent(sell -> absent(sell, "turned away unexecuted until " + at));
        } else {
            loop.after(wait.isNegative() ? SOON : wait, () -> send(id, deadline, durable));
        }
    }

    /** Only with proof that the exchange has taken no request of the sell. */
    private void absent(SellState sell, String detail) {
        over(sell, SellEvents.absent(sell, detail, loop.now()));
    }

    private void over(SellState sell, SellStep event) {
        committer.commit(List.of(event));
        answered.accept(state.positions().find(sell.clientOrderId()).orElse(sell));
    }
}
