package io.firstfill.local.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves what the command line of a halt means, and that anything unclear is refused with one sentence. */
class HaltOptionsTest {
    @Test
    void theEnvironmentComesFirstAndTheRestIsTheReason() {
        HaltOptions options = HaltOptions.parse(Map.of(), "paper", "a", "fat finger");

        assertThat(options.environment().value()).isEqualTo("paper");
        assertThat(options.reason()).isEqualTo("a fat finger");
        assertThat(options.broker()).as("Kafka of deploy/up").isEqualTo("127.0.0.1:8082");
    }

    @Test
    void aReasonIsNotNeeded() {
        assertThat(HaltOptions.parse(Map.of(), "paper").reason()).isEqualTo("halted by deploy/halt");
    }

    @Test
    void kafkaLiesBesideTheGatewayOrWhereTheVariableSays() {
        assertThat(HaltOptions.parse(Map.of(), "--port", "9000", "paper").broker())
                .isEqualTo("127.0.0.1:9002");
        assertThat(HaltOptions.parse(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka-0:9092"), "paper")
                        .broker())
                .isEqualTo("kafka-0:9092");
    }

    @Test
    void aKafkaWithCertificatesIsNamedAsForTheServices() {
        HaltOptions options = HaltOptions.parse(
                Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SSL",
                        "KAFKA_SSL_KEYSTORE_LOCATION", "/etc/kafka/user/user.p12",
                        "KAFKA_SSL_KEYSTORE_PASSWORD", "hidden",
                        "KAFKA_HOME", "/opt/kafka"),
                "paper");

        assertThat(options.security())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "security.protocol", "SSL",
                        "ssl.keystore.location", "/etc/kafka/user/user.p12",
                        "ssl.keystore.password", "hidden"));
        assertThat(options.toString()).doesNotContain("hidden");
        assertThat(HaltOptions.parse(Map.of(), "paper").security()).isEmpty();
    }

    @Test
    void whatIsUnclearIsRefused() {
        refused("Name the environment");
        refused("environment must be", "Paper!");
        refused("Unknown option --force", "paper", "--force");
        refused("--port takes", "paper", "--port");
        refused("--port takes", "paper", "--port", "web");
        refused("between", "paper", "--port", "80");
        refused("The reason must have at most 500 characters", "paper", "x".repeat(501));
        refused("without control characters", "paper", "a\nb");
    }

    @Test
    void noNameOfAUserKeepsAHaltFromBeingWritten() {
        assertThat(Halt.actor("alice").value()).isEqualTo("deploy:alice");
        assertThat(Halt.actor("a\u0007b").value()).isEqualTo("deploy:a\uFFFDb");
        assertThat(Halt.actor("x".repeat(500)).value()).hasSize(107);
    }

    private static void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> HaltOptions.parse(Map.of(), arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
