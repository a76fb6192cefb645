package io.firstfill.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have decided for one request: delays add up, of several answers or drops the first rule's counts.
 *
 * @param rules the ids of the rules that hit
 * @param behaviour switches for this request
 */
public record FaultPlan(
        List<String> rules,
        long delayExecutionMillis,
        long delayAnswerMillis,
        ObjectNode behaviour,
        Effect.@Nullable Answer answer,
        Effect.@Nullable Drop drop) {

    /** Whether the request reaches the exchange at all. */
    public boolean executes() {
        return (answer == null || answer.executed()) && (drop == null || drop.executed());
    }
}
