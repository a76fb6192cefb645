package io.firstfill.risk.kafka;

import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/** The environments of one partition: those of the deployment that are keyed to it, and those with a stored book. */
record PartitionEnvironments(RiskTopology topology, int partition, StoredBooks books) {
    /** Returns the environments of the deployment that are keyed to this partition. */
    Set<EnvironmentId> configured() {
        return topology.environments().stream().filter(this::isKeyedHere).collect(Collectors.toUnmodifiableSet());
    }

    Set<EnvironmentId> stored() {
        return books.keys().stream()
                .map(PartitionEnvironments::parsed)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the environments whose halt, stop or fill an unprocessable record may have been: the one of its key and
     * the one its content names. When neither is an environment of this partition, the record may concern any of them.
     */
    Set<EnvironmentId> concernedBy(@Nullable String key, @Nullable EnvironmentId named) {
        Set<EnvironmentId> all =
                Stream.concat(configured().stream(), stored().stream()).collect(Collectors.toUnmodifiableSet());
        Set<EnvironmentId> stated = Stream.concat(parsed(key).stream(), Optional.ofNullable(named).stream())
                .filter(all::contains)
                .collect(Collectors.toUnmodifiableSet());
        return stated.isEmpty() ? all : stated;
    }

    private boolean isKeyedHere(EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, topology.partitions()) == partition;
    }

    private static Optional<EnvironmentId> parsed(@Nullable String key) {
        try {
            return Optional.ofNullable(key).map(EnvironmentId::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
