package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A message and the bytes it came in.
 *
 * @param body UTF-8 of exactly what was on the topic
 */
public record Received(String topic, Message message, String body) {
    public Received {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(body, "body");
    }

    public static Received of(String topic, Message message, byte[] bytes) {
        return new Received(topic, message, new String(bytes, StandardCharsets.UTF_8));
    }
}
