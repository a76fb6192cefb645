package io.firstfill.acceptance;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.local.launch.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads from Kafka which member of the traders' consumer group is assigned which environment. */
public final class TraderGroup implements AutoCloseable {
    private static final String GROUP = "trader-service";

    private final Admin admin;

    public TraderGroup(Stack stack) {
        admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()));
    }

    /** Returns when the group is stable with exactly these members. */
    public void awaitMembers(String... instances) {
        await("the traders " + List.of(instances))
                .atMost(Duration.ofSeconds(60))
                .until(() -> describe().groupState() == GroupState.STABLE
                        && names(describe().members()).containsAll(List.of(instances))
                        && describe().members().size() == instances.length);
    }

    /** The member that is assigned the environment's partition. */
    public String memberFor(String environment) {
        int partitions = (int) describe().members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.LISTINGS))
                .count();
        byte[] key = environment.getBytes(StandardCharsets.UTF_8);
        TopicPartition assigned =
                new TopicPartition(Topics.LISTINGS, Utils.toPositive(Utils.murmur2(key)) % partitions);
        return names(describe().members().stream()
                        .filter(member -> member.assignment().topicPartitions().contains(assigned))
                        .toList())
                .getFirst();
    }

    private static List<String> names(Collection<MemberDescription> members) {
        return members.stream()
                .map(member -> member.groupInstanceId().orElse("unnamed"))
                .toList();
    }

    private ConsumerGroupDescription describe() {
        try {
            return Objects.requireNonNull(admin.describeConsumerGroups(List.of(GROUP))
                            .describedGroups()
                            .get(GROUP))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
