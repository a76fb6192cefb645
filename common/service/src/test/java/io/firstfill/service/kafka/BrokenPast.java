package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Map;

/** Puts records that cannot be processed on their topics before the service starts. */
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
            InboxTest.sendBroken(producer, Topics.LISTINGS);
            InboxTest.send(producer, Topics.COMMANDS, Instant.now(), InboxTest.halt("poison"));
            InboxTest.send(producer, "live", Topics.COMMANDS, Instant.now(), InboxTest.halt("of another environment"));
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
