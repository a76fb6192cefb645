package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A message together with its topic and the exact JSON that travels there: read from the topic, or written by the
 * ledger itself for an answer.
 *
 * @param body the value of the Kafka record, decoded as UTF-8 and otherwise unchanged
 * @param bodyHash of the body's bytes
 */
public record EncodedMessage(String topic, Message message, String body, Hash bodyHash) {
    public EncodedMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(bodyHash, "bodyHash");
    }

    public static EncodedMessage of(String topic, Message message, byte[] bytes) {
        return new EncodedMessage(topic, message, new String(bytes, StandardCharsets.UTF_8), Hash.ofBytes(bytes));
    }

    /** Returns the value of the Kafka record. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
