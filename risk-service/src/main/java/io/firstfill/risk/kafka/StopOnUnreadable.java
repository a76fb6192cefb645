package io.firstfill.risk.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What follows when the topology fails. A broker that is away is waited for; everything else (a record that cannot be read,
 * a fault of ours) stops the service before it loses a halt, a stop or a fill: not ready, with an alert. The permits
 * already granted stay what they are, so caps hold meanwhile.
 */
final class StopOnUnreadable implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(StopOnUnreadable.class);

    private final StopAlert alert;

    StopOnUnreadable(StopAlert alert) {
        this.alert = alert;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (lostBroker(failure)) {
            LOG.warn("The broker did not answer in time; going on from the last commit", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("Stopping: going on could lose a message", failure);
        alert.raise();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Only failures of Kafka's own making, all the way down. */
    private static boolean lostBroker(Throwable failure) {
        boolean seen = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean wrapper = cause instanceof StreamsException;
            if (!(cause instanceof KafkaException) || cause instanceof SerializationException) {
                return false;
            }
            seen |= !wrapper;
        }
        return seen;
    }
}
