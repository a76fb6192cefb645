package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.scanner.timer.Timers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Publishes events in the order in which they were decided. After the signal of a surprise it holds all other events
 * back for a moment: an order is on its way, every further event would wake all consumers of the scanner's topics, and
 * every log line takes a processor. Thread-safe.
 */
final class PacedPublisher {
    private static final Logger LOG = Logger.getLogger(PacedPublisher.class);

    private final EnvironmentId environment;
    private final EventPublisher publisher;
    private final Timers timers;
    private final Duration pause;
    private final Queue<Message> held = new ArrayDeque<>();
    /** Urgent signals that are not durable yet, or whose pause has not ended. */
    private int urgent;

    /** @param pause from the moment the signal of a surprise is durable to the next event that is not such a signal */
    PacedPublisher(EnvironmentId environment, EventPublisher publisher, Timers timers, Duration pause) {
        this.environment = environment;
        this.publisher = publisher;
        this.timers = timers;
        this.pause = pause;
    }

    synchronized void publish(Message message) {
        if (isUrgent(message)) {
            urgent++;
            send(message)
                    .subscribe()
                    .with(durable -> timers.after(pause, () -> pauseEnded(message)), failure -> pauseEnded(message));
        } else if (urgent > 0) {
            held.add(message);
        } else {
            sendNow(message);
        }
    }

    /** Publishes whatever is held back. */
    synchronized void release() {
        held.forEach(this::sendNow);
        held.clear();
    }

    /**
     * Returns whether the message signals a surprise: the market is open already, and the signal loses worth with every
     * moment.
     */
    static boolean isUrgent(Message message) {
        return message instanceof ListingSignal signal && signal.openingTime() == null;
    }

    private synchronized void pauseEnded(Message signal) {
        log(signal);
        urgent--;
        if (urgent == 0) {
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
                    "Listing event published type=%s environment=%s pair=%s listing=%s",
                    event.type(), event.environment(), event.pair(), event.listingId());
        }
    }

    private Uni<Void> send(Message message) {
        Uni<Void> sent = publisher.publish(message).memoize().indefinitely();
        sent.subscribe()
                .with(
                        durable -> {},
                        failure -> LOG.errorf(
                                failure, "Event not published type=%s environment=%s", message.type(), environment));
        return sent;
    }
}
