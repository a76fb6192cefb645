package io.firstfill.ledger.kafka.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.service.json.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An unreadable record holds up nothing and goes to the chain of its key, and stops of runs are read before starts. */
class PolledRecordsTest {
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final byte[] UNREADABLE = "{broken".getBytes(StandardCharsets.UTF_8);

    private final LedgerFixture fixture = new LedgerFixture();
    private final Map<TopicPartition, List<ConsumerRecord<String, RecordValue>>> polled = new LinkedHashMap<>();

    @Test
    void recordsBesideAndBehindAnUnreadableOneAreRead() {
        var before = fixture.submitted(1, LedgerFixture.T0, "5");
        var after = fixture.accepted(1, LedgerFixture.T0);
        var announced = fixture.announced(1, "A", LedgerFixture.T0);
        poll(Topics.ORDERS, CODEC.write(before), UNREADABLE, CODEC.write(after));
        poll(Topics.LISTINGS, UNREADABLE, CODEC.write(announced));

        List<JournalEntry> entries = entries(fixture.environment);

        assertThat(messages(entries)).containsExactly(before, after, announced);
        assertThat(entries)
                .filteredOn(JournalEntry.Unreadable.class::isInstance)
                .extracting(entry -> ((JournalEntry.Unreadable) entry).place().toString())
                .containsExactly("orders.v1-0@1", "listings.v1-0@0");
    }

    @Test
    void aStopIsReadBeforeTheStartThatFollowsIt() {
        var start = fixture.startBeforeDeadline(fixture.run);
        var stopped = fixture.stopped(fixture.run);
        poll(Topics.COMMANDS, CODEC.write(start));
        poll(Topics.RUNS, CODEC.write(stopped));

        assertThat(messages(entries(fixture.environment))).containsExactly(stopped, start);
    }

    @Test
    void aRecordWhoseKeyIsNotItsEnvironmentIsBytesInTheChainOfItsKey() {
        byte[] bytes = CODEC.write(fixture.announced(1, "A", LedgerFixture.T0));
        poll(Topics.LISTINGS, "another", bytes);

        assertThat(entries(fixture.environment)).isEmpty();
        assertThat(entries(EnvironmentId.of("another")))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalEntry.Unreadable.class,
                        entry -> assertThat(entry.place()).isEqualTo(new RecordPlace(Topics.LISTINGS, 0, 0)));
    }

    @Test
    void aRecordWithoutAKeyOrWithoutAValueOrInAnotherEncodingIsBytes() {
        byte[] bytes = CODEC.write(fixture.announced(1, "A", LedgerFixture.T0));
        poll(Topics.LISTINGS, (String) null, bytes);
        poll(Topics.ALERTS, "No Environment", UNREADABLE);
        poll(Topics.TRADING_STATE, new byte[][] {null});
        poll(Topics.ORDERS, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));

        assertThat(entries(EnvironmentId.of("unknown"))).hasSize(2).allMatch(JournalEntry.Unreadable.class::isInstance);
        assertThat(entries(fixture.environment)).hasSize(2).allMatch(JournalEntry.Unreadable.class::isInstance);
    }

    @Test
    void aTimeThatTheDatabaseWouldMoveBeyondTheYear9999IsBytes() {
        String written = new String(CODEC.write(fixture.announced(1, "A", LedgerFixture.T0)), StandardCharsets.UTF_8);
        String detectedAt = LedgerFixture.T0.toString();
        assertThat(written).contains(detectedAt);
        for (String time : List.of(
                "9999-12-31T23:59:59.9999995Z", "9999-12-31T23:59:59.999999999Z", "9999-12-31T20:00:00-05:00")) {
            poll(Topics.LISTINGS, written.replace(detectedAt, time).getBytes(StandardCharsets.UTF_8));
        }
        String last = written.replace(detectedAt, "9999-12-31T23:59:59.999999Z");
        poll(Topics.LISTINGS, last.getBytes(StandardCharsets.UTF_8));

        assertThat(entries(fixture.environment))
                .hasSize(4)
                .filteredOn(JournalEntry.Unreadable.class::isInstance)
                .hasSize(3);
    }

    /** What a machine without memory could not read on the polling thread is read by the channel. */
    @Test
    void aValueThatWasNotReadIsReadBeforeItIsRecorded() {
        var announced = fixture.announced(1, "A", LedgerFixture.T0);
        var unread = RecordValue.unread(CODEC.write(announced));
        polled.put(
                new TopicPartition(Topics.LISTINGS, 0),
                List.of(new ConsumerRecord<>(Topics.LISTINGS, 0, 0, fixture.environment.value(), unread)));

        assertThat(messages(entries(fixture.environment))).containsExactly(announced);
    }

    private List<JournalEntry> entries(EnvironmentId environment) {
        return PolledRecords.of(new ConsumerRecords<>(polled, Map.of()), CODEC, LedgerFixture.T0)
                .entries()
                .getOrDefault(environment, List.of());
    }

    private static List<Message> messages(List<JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).encoded().message())
                .toList();
    }

    private void poll(String topic, byte[]... values) {
        for (byte[] value : values) {
            poll(topic, fixture.environment.value(), value);
        }
    }

    private void poll(String topic, @Nullable String key, byte @Nullable [] value) {
        List<ConsumerRecord<String, RecordValue>> records =
                polled.computeIfAbsent(new TopicPartition(topic, 0), partition -> new ArrayList<>());
        RecordValue read = value == null ? null : RecordValue.read(topic, value, CODEC);
        records.add(new ConsumerRecord<>(topic, 0, records.size(), key, read));
    }
}
