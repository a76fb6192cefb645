package io.firstfill.service.kafka.progress;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Notes in {@link ReadProgress} what the inbox's consumer polls. The Kafka client makes one for the consumer. */
public final class PolledRecords implements ConsumerInterceptor<Object, Object> {
    private static final String PROGRESS = "firstfill.read-progress";

    private @Nullable ReadProgress progress;

    @Override
    public void configure(Map<String, ?> configs) {
        progress = (ReadProgress) configs.get(PROGRESS);
    }

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        ReadProgress noted = progress;
        if (noted != null) {
            note(records, noted);
        }
        return records;
    }

    /** The client swallows what an interceptor throws, and hands the records over all the same. */
    private static void note(ConsumerRecords<?, ?> records, ReadProgress progress) {
        try {
            progress.polled(records);
        } catch (RuntimeException | Error e) {
            progress.notNoted();
            throw e;
        }
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // only the lease commits offsets, and nobody reads them
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** Gives the interceptor to the inbox's consumer. */
    @ApplicationScoped
    static class Registration implements ClientCustomizer<Map<String, Object>> {
        private final ReadProgress progress;

        Registration(ReadProgress progress) {
            this.progress = progress;
        }

        @Override
        public Map<String, Object> customize(String channel, Config config, Map<String, Object> client) {
            if (!channel.equals(ReadProgress.CHANNEL)) {
                return client;
            }
            Map<String, Object> customized = new HashMap<>(client);
            customized.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, PolledRecords.class.getName());
            customized.put(PROGRESS, progress);
            return customized;
        }
    }
}
