package io.firstfill.risk.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Proves that no time-out keeps the environments of a lost instance waiting longer than its session. */
class TakeOverSettingsTest {
    private static final Path SETTINGS = Path.of("src", "main", "resources", "application.properties");
    /** Milliseconds between a broker's searches for transactions to abort; the testkit sets it, a deployment must. */
    private static final int ABORTED_EVERY = 1_000;

    @Test
    void anOpenTransactionIsAbortedBeforeTheSessionOfItsInstanceHasEnded() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(SETTINGS)) {
            settings.load(file);
        }

        assertThat(millis(settings, "kafka-streams.producer.transaction.timeout.ms") + ABORTED_EVERY)
                .isLessThanOrEqualTo(millis(settings, "kafka-streams.consumer.session.timeout.ms"));
    }

    /** Fails where the key is missing: the default of a transaction is longer than the session. */
    private static int millis(Properties settings, String key) {
        return Integer.parseInt(settings.getProperty(key, Integer.toString(Integer.MAX_VALUE / 2)));
    }
}
