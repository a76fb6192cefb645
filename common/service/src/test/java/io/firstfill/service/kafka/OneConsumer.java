package io.firstfill.service.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;

/** The clients of a service whose only channel has this consumer; work for its polling thread is done at once. */
record OneConsumer(MockConsumer<?, ?> client) implements KafkaClientService {
    @Override
    @SuppressWarnings("unchecked")
    public <K, V> List<KafkaConsumer<K, V>> getConsumers(String channel) {
        return List.of((KafkaConsumer<K, V>) Proxy.newProxyInstance(
                OneConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("runOnPollingThread") || !(arguments[0] instanceof Consumer<?> work)) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    synchronized (client) {
                        ((Consumer<Object>) work).accept(client);
                    }
                    return Uni.createFrom().voidItem();
                }));
    }

    @Override
    public <K, V> KafkaProducer<K, V> getProducer(String channel) {
        throw new IllegalStateException("No channel " + channel);
    }

    @Override
    public Set<String> getConsumerChannels() {
        return Set.of();
    }

    @Override
    public Set<String> getProducerChannels() {
        return Set.of();
    }
}
