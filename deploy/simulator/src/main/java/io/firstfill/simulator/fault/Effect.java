package io.firstfill.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The effect of a fault on a request, a subscription or a push. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Effect.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Effect.DelayExecution.class, name = "delayExecution"),
    @JsonSubTypes.Type(value = Effect.DelayAnswer.class, name = "delayAnswer"),
    @JsonSubTypes.Type(value = Effect.OverrideBehaviour.class, name = "behave"),
    @JsonSubTypes.Type(value = Effect.Mutate.class, name = "mutate"),
    @JsonSubTypes.Type(value = Effect.Lose.class, name = "lose"),
    @JsonSubTypes.Type(value = Effect.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = Effect.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Effect.Block.class, name = "block")
})
public sealed interface Effect {

    /**
     * Replaces the answer of the exchange.
     *
     * @param executed whether the exchange executes the request nevertheless
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

    /** An effect that exists on the WebSocket alone. */
    sealed interface StreamEffect extends Effect {}

    /**
     * Closes the connection without an answer.
     *
     * @param executed whether the exchange executes the request before that
     * @param reset closes by a TCP reset instead of an orderly close
     */
    record Drop(boolean executed, boolean reset) implements Effect {}

    /** Executes the request later; rate limits, timestamp and opening are checked at that later time. */
    record DelayExecution(long millis) implements Effect {}

    /** Delays an answer; or a push, and with it the later pushes of its channel. */
    record DelayAnswer(long millis) implements Effect {}

    /** Overrides switches for this request only. */
    record OverrideBehaviour(ObjectNode behaviour) implements Effect {
        public OverrideBehaviour {
            Objects.requireNonNull(behaviour, "behaviour");
        }
    }

    /**
     * Changes the answer, or the push, in one place, by a value that no client expects.
     *
     * @param seed decides place and value, together with the number of the hit
     * @param inTurn whether successive answers take each place in turn, then each place with the next value, instead of
     *     a place and a value drawn by the seed; pushes are always drawn
     * @param rows whether odd rows are added to the lists of the answer instead, beside the good ones
     */
    record Mutate(long seed, boolean inTurn, boolean rows) implements Effect {}

    /** Drops the push. */
    record Lose() implements StreamEffect {}

    /** Sends the push twice. */
    record Duplicate() implements StreamEffect {}

    /** Closes the connection instead of sending the push, or the answer to the subscription. */
    record Disconnect() implements StreamEffect {}

    /** Refuses the subscription. */
    record Block() implements StreamEffect {}
}
