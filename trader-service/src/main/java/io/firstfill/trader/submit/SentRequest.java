package io.firstfill.trader.submit;

import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * A request on its way to the exchange.
 *
 * @param sentAt by our clock
 */
public record SentRequest(Ticket ticket, Instant sentAt, Uni<PlaceAnswer> answer) {
    /** The answer; in doubt where reading it has failed. */
    Uni<PlaceAnswer> outcome() {
        return answer.onFailure()
                .recoverWithItem(bug -> new PlaceAnswer.Doubtful(
                        Ambiguity.CONNECTION_LOST, bug.getClass().getSimpleName()));
    }
}
