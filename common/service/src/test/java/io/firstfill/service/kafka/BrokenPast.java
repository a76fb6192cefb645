package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Map;

/** Puts a command that cannot be read on its topic before the service starts. */
public class BrokenPast implements QuarkusTestResourceLifecycleManager {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try (var producer = InboxTest.producer(KafkaResource.shared().bootstrapServers())) {
            InboxTest.send(producer, Topics.COMMANDS, Instant.now(), InboxTest.halt("readable"));
            InboxTest.sendBroken(producer, Topics.COMMANDS);
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
