package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Computes the partition of an environment as Kafka's producers do for a record with that key. */
final class EnvironmentPartition {
    private EnvironmentPartition() {}

    static int of(EnvironmentId environment, int partitions) {
        return Utils.toPositive(Utils.murmur2(environment.value().getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
