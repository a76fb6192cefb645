package io.firstfill.ledger.kafka.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import org.junit.jupiter.api.Test;

/** Whatever happens while a value is read, Kafka's client gets the records that it has polled. */
class RecordValueReaderTest {
    @Test
    void anErrorOfTheMachineLeavesTheValueToTheChannel() {
        byte[] bytes = {1};
        RecordValueReader reader = new RecordValueReader((topic, value) -> {
            throw new StackOverflowError("by the test");
        });

        assertThat(reader.deserialize(Topics.ORDERS, bytes)).isEqualTo(RecordValue.unread(bytes));
    }
}
