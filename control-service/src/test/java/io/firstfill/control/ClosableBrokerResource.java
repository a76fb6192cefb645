package io.firstfill.control;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.EmbeddedKafka;
import io.firstfill.testkit.access.StubIdentityProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Starts a broker for one test class, which may close it by an injected {@link Runnable}. */
public final class ClosableBrokerResource implements QuarkusTestResourceLifecycleManager {
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final LedgerStub ledger = new LedgerStub(ControlResource.ENVIRONMENTS);
    private final StubIdentityProvider identity = StubIdentityProvider.start();

    @Override
    public Map<String, String> start() {
        broker.start();
        Topics.all().forEach(topic -> broker.createTopic(topic.name(), topic.partitions()));
        Map<String, String> config = new HashMap<>(identity.settings());
        config.putAll(ControlResource.environments());
        config.put("firstfill.control.ledger-uri", ledger.uri());
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        ControlResource.publishPriorMessages(broker.bootstrapServers());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields((Runnable) broker::close, new TestInjector.MatchesType(Runnable.class));
    }

    @Override
    public void stop() {
        broker.close();
        ledger.close();
        identity.close();
    }
}
