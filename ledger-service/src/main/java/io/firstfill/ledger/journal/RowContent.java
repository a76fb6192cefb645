package io.firstfill.ledger.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The content of a row of the journal, without its place in the chain.
 *
 * @param body JSON: a message as it was sent, or what the ledger itself has to state
 * @param bodyHash of the body's bytes in UTF-8
 */
public record RowContent(Meta meta, String topic, String type, String body, Hash bodyHash) {
    public RowContent {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(bodyHash, "bodyHash");
    }

    RowContent(Meta meta, String topic, String type, String body) {
        this(meta, topic, type, body, Hash.ofBytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    static RowContent of(EncodedMessage encoded) {
        Message message = encoded.message();
        return new RowContent(message.meta(), encoded.topic(), message.type(), encoded.body(), encoded.bodyHash());
    }

    /** Returns a row that no message has: its body has the shape of a message, with the fields besides. */
    static RowContent own(Meta meta, EnvironmentId environment, String topic, String type, ObjectNode fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type);
        body.putObject("meta")
                .put("id", meta.id().toString())
                .put("occurredAt", meta.occurredAt().toString())
                .put("correlationId", meta.correlationId().toString());
        body.put("environment", environment.value());
        body.setAll(fields);
        return new RowContent(meta, topic, type, body.toString());
    }
}
