package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes and reads the keys of records: the environment, or on the one topic that is compacted by something smaller the
 * environment and that part. Either is in the environment's partition.
 */
final class RecordKeys {
    private static final char SEPARATOR = '/';
    /** The same for all topics. */
    private static final int PARTITIONS = Topics.all().getFirst().partitions();

    private RecordKeys() {}

    static String of(EnvironmentId environment, String part) {
        return environment.value() + SEPARATOR + part;
    }

    /** The text that names the record's environment. */
    static String environment(ConsumerRecord<String, byte[]> record) {
        String key = String.valueOf(record.key());
        int end = isByPart(record) ? key.indexOf(SEPARATOR) : -1;
        return end < 0 ? key : key.substring(0, end);
    }

    /** Whether the last record of a key holds on the record's topic, and the key is not the environment alone. */
    static boolean isByPart(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topics.ORDER_MEMORY);
    }

    /** The partition that Kafka gives to records keyed by the environment. */
    static int partition(EnvironmentId environment) {
        return AssignedEnvironments.partition(environment, PARTITIONS);
    }
}
