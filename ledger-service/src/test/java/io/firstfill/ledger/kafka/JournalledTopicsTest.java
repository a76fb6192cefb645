package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every journalled topic is kept in Kafka for longer than the longest outage that loses nothing. */
class JournalledTopicsTest {
    @Test
    void everyJournalledTopicIsKeptLongerThanTheLongestOutage() throws IOException {
        List<String> journalled = journalled();

        assertThat(journalled).hasSizeGreaterThan(7);
        assertThat(journalled).allSatisfy(name -> assertThat(kept(name)).isGreaterThan(Topics.LONGEST_OUTAGE));
        assertThat(kept(Topics.RECORDED)).isGreaterThan(Topics.LONGEST_OUTAGE);
    }

    private static Duration kept(String name) {
        Topic topic = Topics.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        boolean compacted = "compact".equals(topic.config().get("cleanup.policy"));
        long millis =
                Long.parseLong(topic.config().getOrDefault(compacted ? "min.compaction.lag.ms" : "retention.ms", "0"));
        return millis == -1 ? Duration.ofMillis(Long.MAX_VALUE) : Duration.ofMillis(millis);
    }

    private static List<String> journalled() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return List.of(properties
                .getProperty("mp.messaging.incoming.journal.topics", "")
                .split(","));
    }
}
