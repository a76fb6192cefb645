package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.FreePort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

/** A broker that does not answer delays a loss of partitions by little more than 2 s, and counts as no duplicate. */
class DuplicateMemberCheckTest {
    @Test
    void anUnavailableBrokerIsNotAwaitedLongAndCountsAsNoDuplicate() {
        var check = new DuplicateMemberCheck(
                new NoClients(), Map.of("bootstrap.servers", "127.0.0.1:" + FreePort.next(), "group.id", "unused"));
        check.joined(new NamedMember());
        long begun = System.nanoTime();

        boolean replaced = check.isReplaced();

        assertThat(replaced).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aMemberWithoutANameHasNoDuplicate() {
        var check = new DuplicateMemberCheck(new NoClients(), Map.of());
        check.joined(new MockConsumer<>("earliest"));

        assertThat(check.isReplaced()).isFalse();
    }

    private static final class NamedMember extends MockConsumer<String, byte[]> {
        NamedMember() {
            super("earliest");
        }

        @Override
        public ConsumerGroupMetadata groupMetadata() {
            return new ConsumerGroupMetadata("trader-service", 1, "member-1", Optional.of("trader-service-0"));
        }
    }
}
