package io.firstfill.control;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A broker of its own, which a test may take away by asking for it. */
public final class BrokerGoesAway implements QuarkusTestResourceLifecycleManager {
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();

    @Override
    public Map<String, String> start() {
        broker.start();
        Topics.all().forEach(topic -> broker.createTopic(topic.name(), topic.partitions()));
        Map<String, String> config = new HashMap<>(ControlStack.signing());
        config.putAll(ControlStack.environments());
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        ControlStack.writePast(broker.bootstrapServers());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields((Runnable) broker::close, new TestInjector.MatchesType(Runnable.class));
    }

    @Override
    public void stop() {
        broker.close();
    }
}
