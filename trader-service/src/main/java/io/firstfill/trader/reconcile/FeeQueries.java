package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Asks for the fee of every order that has bought something, some seconds after its end, and takes a fee in the base
 * asset from the position: what was bought is not all there to be sold. A fee in other assets is published beside it.
 * The end itself is published without waiting, whether a look-up or a push has shown it. The fees of pushed deals are
 * not read: a push may be lost or doubled, and the trades show the same fees (decision 6).
 *
 * <p>One question at a time, with a pause in between: after a restart every order that has bought something is asked
 * about again, and the look-ups of orders in doubt and the validation of the key must not wait behind those questions.
 */
public final class FeeQueries {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_QUESTIONS = 6;

    private final EngineState state;
    private final OrderCommitter committer;
    private final Venue venue;
    private final EventLoop loop;
    /** Orders that were asked about by this process. */
    private final Set<ClientOrderId> asked = new HashSet<>();

    private final Queue<Question> waiting = new PriorityQueue<>(Comparator.comparing(Question::due));
    private boolean asking;
    private Instant pausedUntil = Instant.MIN;

    private record Question(OrderStep end, Bought bought, Instant due, Duration delay, int questions) {}

    private record Bought(ExchangeOrderId id, Quantity quantity) {}

    public FeeQueries(EngineState state, OrderCommitter committer, Venue venue, EventLoop loop) {
        this.state = state;
        this.committer = committer;
        this.venue = venue;
        this.loop = loop;
    }

    /** To be called about once a second. */
    public void check() {
        Instant now = loop.now();
        Set<ClientOrderId> open = new HashSet<>();
        for (OrderStep end : state.boughtBy()) {
            open.add(end.clientOrderId());
            if (asked.add(end.clientOrderId())) {
                later(end, FIRST, MOST_QUESTIONS);
            }
        }
        asked.retainAll(open);
        Question next = waiting.peek();
        if (next != null && !asking && !next.due().isAfter(now) && !now.isBefore(pausedUntil)) {
            ask(waiting.remove());
        }
    }

    private void later(OrderStep end, Duration delay, int questions) {
        if (questions > 0) {
            bought(end)
                    .map(bought -> new Question(end, bought, loop.now().plus(delay), delay, questions))
                    .ifPresent(waiting::add);
        }
    }

    private void ask(Question question) {
        asking = true;
        Bought bought = question.bought();
        venue.fee(question.end().pair(), bought.id(), bought.quantity())
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(fee -> loop.execute(() -> answered(question, fee)));
    }

    private void answered(Question question, Optional<Venue.Fee> fee) {
        asking = false;
        pausedUntil = loop.now().plus(PAUSE);
        OrderStep end = question.end();
        if (fee.isEmpty()) {
            later(end, question.delay().multipliedBy(2), question.questions() - 1);
        } else if (!fee.get().isNothing()) {
            state.withoutFee(end, fee.get()).ifPresent(changed -> committer.commit(List.of(changed)));
        }
    }

    private static Optional<Bought> bought(OrderStep end) {
        return switch (end) {
            case OrderFilled whole -> Optional.of(new Bought(whole.exchangeOrderId(), whole.filledQuantity()));
            case OrderCanceled part -> Optional.of(new Bought(part.exchangeOrderId(), part.filledQuantity()));
            default -> Optional.empty();
        };
    }
}
