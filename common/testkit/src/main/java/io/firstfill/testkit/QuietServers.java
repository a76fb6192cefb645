package io.firstfill.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Raises the log level of broker and database to WARNING: at INFO they log every step of their start. */
final class QuietServers {
    /** Held, because a logger without a reference is garbage-collected together with its level. */
    private static final List<Logger> LOGGERS = Stream.of(
                    "kafka", "org.apache.kafka", "state.change.logger", "io.zonky", "com.tngtech")
            .map(Logger::getLogger)
            .toList();

    private QuietServers() {}

    static void silence() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Runs the work without any log lines of the servers, where their warnings are expected. */
    static void mute(Runnable work) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            work.run();
        } finally {
            silence();
        }
    }
}
