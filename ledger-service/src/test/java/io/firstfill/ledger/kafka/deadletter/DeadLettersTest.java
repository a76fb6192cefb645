package io.firstfill.ledger.kafka.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A dead letter that can be read by now goes back to its topic and is recorded once, however often it is sent. */
@QuarkusTest
@KafkaAndPostgres
class DeadLettersTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void whatCanBeReadIsPublishedAgainAndRecordedOnceAndTheRestStays() throws Exception {
        // Given one dead letter that this release can read, and others
        ListingAnnounced announced = fixture.announced(1, "NEWT", LedgerFixture.T0);
        String key = fixture.environment.value();
        byte[] message = MessageCodec.standard().write(announced);
        letter(key, Topics.LISTINGS, message);
        letter(key, Topics.LISTINGS, "{not json".getBytes(StandardCharsets.UTF_8));
        letter(key, "unknown.v1", message);
        letter("other", Topics.LISTINGS, message);
        letter(null, Topics.LISTINGS, message);
        letter(key, Topics.LISTINGS, null);

        // When they are listed, nothing is sent
        assertThat(command()).contains("listings.v1-0@7: readable");
        assertThat(RecordsOnTopics.read(fixture.environment, ListingAnnounced.class))
                .isEmpty();

        // When they are sent, twice
        assertThat(command("--send")).contains("published again", "stays, its key is not its environment");
        command("--send");

        // Then the readable one is on its topic, and recorded once
        assertThat(RecordsOnTopics.await(fixture.environment, ListingAnnounced.class, 2))
                .isEqualTo(List.of(announced, announced));
        fixture.record(fixture.announced(2, "LAST", LedgerFixture.T0));
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'ListingAnnounced'"))
                .isEqualTo(2);
    }

    @Test
    void anotherArgumentSendsNothing() throws InterruptedException {
        assertThat(command("--sned")).contains("Usage");
    }

    private static String command(String... arguments) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReplayDeadLetters.run(
                KafkaResource.shared().bootstrapServers(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void letter(@Nullable String key, String topic, byte @Nullable [] value)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.shared().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var headers = List.of(
                    header("dead-letter-topic", topic),
                    header("dead-letter-partition", "0"),
                    header("dead-letter-offset", "7"));
            producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS, null, key, value, List.copyOf(headers)))
                    .get();
        }
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
