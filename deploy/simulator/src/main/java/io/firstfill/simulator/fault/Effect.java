package io.firstfill.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a request, a subscription or a push goes wrong. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Effect.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Effect.DelayExecution.class, name = "delayExecution"),
    @JsonSubTypes.Type(value = Effect.DelayAnswer.class, name = "delayAnswer"),
    @JsonSubTypes.Type(value = Effect.Behave.class, name = "behave"),
    @JsonSubTypes.Type(value = Effect.Lose.class, name = "lose"),
    @JsonSubTypes.Type(value = Effect.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = Effect.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Effect.Block.class, name = "block")
})
public sealed interface Effect {

    /**
     * Answers this instead of the truth.
     *
     * @param executed whether the request is carried out all the same
     */
    record Answer(
            int status,
            @Nullable String body,
            @Nullable String contentType,
            @Nullable Map<String, String> headers,
            boolean executed)
            implements Effect {

        public Answer {
            if (status < 100 || status > 599) {
                throw new IllegalArgumentException("status must be an HTTP status");
            }
            headers = headers == null ? Map.of() : Map.copyOf(headers);
            contentType = contentType == null ? "application/json" : contentType;
            body = body == null ? "{\"code\":" + status + ",\"msg\":\"injected\"}" : body;
        }
    }

    /** Concerns the WebSocket alone. */
    sealed interface OnStream extends Effect {}

    /**
     * Ends the connection without an answer, before the request is carried out or after.
     *
     * @param reset by a TCP reset instead of an orderly close
     */
    record Drop(boolean executed, boolean reset) implements Effect {}

    record DelayExecution(long millis) implements Effect {}

    /** Holds an answer back, or a push and those behind it on its channel. */
    record DelayAnswer(long millis) implements Effect {}

    /** Other switches for this request only. */
    record Behave(ObjectNode behaviour) implements Effect {
        public Behave {
            Objects.requireNonNull(behaviour, "behaviour");
        }
    }

    /** The push is never sent. */
    record Lose() implements OnStream {}

    /** The push is sent twice. */
    record Duplicate() implements OnStream {}

    /** The connection breaks instead of the push or of the answer to the subscription. */
    record Disconnect() implements OnStream {}

    /** The subscription is refused. */
    record Block() implements OnStream {}
}
