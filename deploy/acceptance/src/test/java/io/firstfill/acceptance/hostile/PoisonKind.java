package io.firstfill.acceptance.hostile;

import io.firstfill.contract.Topics;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kinds of records that no service can process. */
enum PoisonKind {
    NO_JSON,
    UNKNOWN_TYPE,
    /** A message of the environment under a key that is no environment of this deployment. */
    WRONG_KEY,
    NO_VALUE,
    /** As large as the broker takes. */
    LARGE_TEXT;

    private static final int LARGE = 900_000;

    /** The key under which the record is sent; on the topic with a key for each order it is one of its own. */
    String key(String topic, String environment) {
        String owner = this == WRONG_KEY ? "elsewhere" : environment;
        return topic.equals(Topics.ORDER_MEMORY) ? owner + "/poison-" + name() : owner;
    }

    byte @Nullable [] value(String environment) {
        return switch (this) {
            case NO_JSON -> new byte[] {(byte) 0xC3, 0x28, 0, (byte) 0xFF};
            case UNKNOWN_TYPE -> bytes(message("SomethingFromTheFuture", environment));
            case WRONG_KEY ->
                bytes(message("StopRun", environment)
                        .put("issuedBy", "poison")
                        .put("runId", UUID.randomUUID().toString())
                        .put("reason", "poison"));
            case NO_VALUE -> null;
            case LARGE_TEXT -> "x".repeat(LARGE).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonObject message(String type, String environment) {
        JsonObject meta = new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("occurredAt", "2026-01-01T00:00:00Z")
                .put("correlationId", UUID.randomUUID().toString());
        return new JsonObject().put("type", type).put("meta", meta).put("environment", environment);
    }

    private static byte[] bytes(JsonObject message) {
        return message.encode().getBytes(StandardCharsets.UTF_8);
    }
}
