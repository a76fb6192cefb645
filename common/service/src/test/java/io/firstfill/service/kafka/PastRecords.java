package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Puts records on the topics before the service starts. */
public class PastRecords implements QuarkusTestResourceLifecycleManager {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Instant now = Instant.now();
        try (var producer = InboxTest.producer(KafkaResource.shared().bootstrapServers())) {
            InboxTest.send(producer, Topics.COMMANDS, now.minus(Duration.ofHours(2)), InboxTest.halt("too old"));
            InboxTest.send(producer, Topics.COMMANDS, now.minusSeconds(20), InboxTest.halt("second"));
            InboxTest.send(producer, Topics.ALERTS, now.minusSeconds(10), InboxTest.alert("third"));
            InboxTest.send(producer, Topics.TRADING_STATE, now.minus(Duration.ofHours(3)), InboxTest.state("first"));
            InboxTest.sendInAbortedTransaction(KafkaResource.shared().bootstrapServers(), InboxTest.halt("aborted"));
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
