package io.firstfill.risk.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Decides what follows when the topology fails. After a lost broker connection the thread is replaced and retries.
 * A record that cannot be processed does not come here: it quarantines its environment. Every other failure is an error
 * in the program and stops the topology before it loses a halt, a stop or a fill: readiness is down and an alert is
 * raised. Permits already granted stay reserved, so the caps hold meanwhile.
 */
final class StreamsFailureHandler implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(StreamsFailureHandler.class);

    private final StopAlert alert;

    StreamsFailureHandler(StopAlert alert) {
        this.alert = alert;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (lostBroker(failure)) {
            LOG.warn("The broker did not respond in time; resuming from the last commit", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("Stopping the topology: continuing could lose a message", failure);
        alert.raise();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /**
     * Returns whether every cause in the chain is an exception of Kafka's own, and one of them is more than a wrapper.
     */
    private static boolean lostBroker(Throwable failure) {
        boolean found = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean wrapper = cause instanceof StreamsException;
            if (!(cause instanceof KafkaException) || cause instanceof SerializationException) {
                return false;
            }
            found |= !wrapper;
        }
        return found;
    }
}
