package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Says what was decided, in its order. After a surprise's signal it holds back for a moment: an order is on its way, and
 * every further fact would wake all who follow our topics, and every line of the log takes a processor. Thread-safe.
 */
final class PacedPublisher {
    private static final Logger LOG = Logger.getLogger(PacedPublisher.class);

    private final EnvironmentId environment;
    private final EventPublisher teller;
    private final Duration pause;
    private final Queue<Message> held = new ArrayDeque<>();
    /** Signals whose moment is not over. */
    private int moments;

    /** @param pause from a surprise's signal being durable to the next fact that is not one */
    PacedPublisher(EnvironmentId environment, EventPublisher teller, Duration pause) {
        this.environment = environment;
        this.teller = teller;
        this.pause = pause;
    }

    synchronized void say(Message message) {
        if (isUrgent(message)) {
            moments++;
            send(message)
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .subscribe()
                    .with(said -> over(message), failure -> over(message));
        } else if (moments > 0) {
            held.add(message);
        } else {
            sendNow(message);
        }
    }

    /** Whatever is held back is said now. */
    synchronized void release() {
        held.forEach(this::sendNow);
        held.clear();
    }

    /** It has no known opening: the market is open, and the signal is worth less with every moment. */
    static boolean isUrgent(Message message) {
        return message instanceof ListingSignal signal && signal.openingTime() == null;
    }

    private synchronized void over(Message urgent) {
        log(urgent);
        moments--;
        if (moments == 0) {
            release();
        }
    }

    private void sendNow(Message message) {
        send(message);
        log(message);
    }

    private static void log(Message message) {
        if (message instanceof ListingEvent event) {
            LOG.infof(
                    "Listing fact type=%s environment=%s pair=%s listing=%s",
                    event.type(), event.environment(), event.pair(), event.listingId());
        }
    }

    private Uni<Void> send(Message message) {
        Uni<Void> sent = teller.tell(message).memoize().indefinitely();
        sent.subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                failure, "Not published type=%s environment=%s", message.type(), environment));
        return sent;
    }
}
