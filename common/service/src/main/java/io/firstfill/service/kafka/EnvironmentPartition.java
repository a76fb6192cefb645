package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Computes the partition that Kafka gives to records keyed by an environment, for records with another key. */
final class EnvironmentPartition {
    /** The same for all topics. */
    private static final int PARTITIONS = Topics.all().getFirst().partitions();

    private EnvironmentPartition() {}

    static int of(EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }
}
