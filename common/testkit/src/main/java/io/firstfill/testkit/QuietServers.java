package io.firstfill.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Broker and database describe every step of their start at INFO; in a test's output only warnings are news. */
final class QuietServers {
    /** Held, because a logger nobody refers to is collected together with its level. */
    private static final List<Logger> LOGGERS = Stream.of(
                    "kafka", "org.apache.kafka", "state.change.logger", "io.zonky", "com.tngtech")
            .map(Logger::getLogger)
            .toList();

    private QuietServers() {}

    static void silence() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** For work whose complaints are known beforehand. */
    static void mute(Runnable work) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            work.run();
        } finally {
            silence();
        }
    }
}
