package io.firstfill.control;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.access.StubIdentityProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Starts control's surroundings: a broker with {@link PriorMessages} on its topics, environments, and an identity
 * provider.
 */
public final class ControlResource implements QuarkusTestResourceLifecycleManager {
    static final String[] ENVIRONMENTS = {
        "paper", "bare", "skewed", "past", "capped", "checked", "hostile", "halted", "loosened", "warned"
    };

    private final KafkaResource kafka = new KafkaResource();
    private final LedgerStub ledger = new LedgerStub(ENVIRONMENTS);
    private final StubIdentityProvider identity = StubIdentityProvider.start();

    @Override
    public Map<String, String> start() {
        kafka.init(Map.of(
                KafkaResource.TOPICS,
                Topics.all().stream().map(topic -> topic.name() + ":3").collect(Collectors.joining(","))));
        Map<String, String> config = new HashMap<>(kafka.start());
        config.putAll(environments());
        config.putAll(identity.settings());
        config.put("firstfill.control.stop-deadline", "PT1.5S");
        config.put("firstfill.control.answer-deadline", "PT1S");
        config.put("firstfill.control.ledger-interval", "PT0.2S");
        config.put("firstfill.control.validate-deadline", "PT2S");
        config.put("firstfill.control.ledger-uri", ledger.uri());
        publishPriorMessages(KafkaResource.shared().bootstrapServers());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(identity, new TestInjector.MatchesType(StubIdentityProvider.class));
    }

    @Override
    public void stop() {
        ledger.close();
        identity.close();
    }

    static Map<String, String> environments() {
        Map<String, String> config = new HashMap<>();
        for (String name : ENVIRONMENTS) {
            config.put("firstfill.environments." + name + ".rest-uri", "http://127.0.0.1:1");
            config.put("firstfill.environments." + name + ".web-uri", "http://127.0.0.1:1");
        }
        config.put("firstfill.environments.capped.ceilings.quote-amount", "50");
        config.put("firstfill.environments.capped.ceilings.spend", "200");
        config.put("firstfill.environments.capped.ceilings.trades-per-hour", "5");
        return config;
    }

    static void publishPriorMessages(String broker) {
        MessageCodec codec = MessageCodec.standard();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Message message : PriorMessages.messages()) {
                String topic = Family.of(message).topic();
                var _ = producer.send(
                        new ProducerRecord<>(topic, message.environment().value(), codec.write(message)));
            }
        }
    }
}
