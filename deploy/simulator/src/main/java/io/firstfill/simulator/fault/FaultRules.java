package io.firstfill.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fault rules in force, in the order of their injection. */
public final class FaultRules {

    /** A rule with the number of its hits. */
    public record Report(String id, int hits, FaultRule rule) {}

    private final Map<String, ActiveFault> active = new LinkedHashMap<>();
    private int lastId;

    public Report inject(FaultRule rule) {
        String id = "fault-" + ++lastId;
        ActiveFault fault = new ActiveFault(id, rule);
        active.put(id, fault);
        return report(fault);
    }

    public List<Report> all() {
        return active.values().stream().map(FaultRules::report).toList();
    }

    /** Removes a rule; false when there is none of this id. */
    public boolean remove(String id) {
        return active.remove(id) != null;
    }

    public void clear() {
        active.clear();
    }

    /** Decides for one HTTP request; counts a hit of each rule that takes part. */
    public FaultPlan plan(
            String method, String path, @Nullable String symbol, @Nullable String account, @Nullable String side) {
        List<String> rules = new ArrayList<>();
        ObjectNode behaviour = Json.MAPPER.createObjectNode();
        long executionDelay = 0;
        long answerDelay = 0;
        Effect.Answer answer = null;
        Effect.Drop drop = null;
        List<AnswerMutation> mutations = new ArrayList<>();
        for (ActiveFault fault : active.values()) {
            if (fault.rule().matches(method, path, symbol, account, side) && fault.hit()) {
                rules.add(fault.id());
                switch (fault.rule().effect()) {
                    case Effect.DelayExecution delay -> executionDelay += delay.millis();
                    case Effect.DelayAnswer delay -> answerDelay += delay.millis();
                    case Effect.StreamEffect other ->
                        throw new IllegalStateException("a rule for HTTP has an effect of the WebSocket");
                    case Effect.OverrideBehaviour override -> behaviour.setAll(override.behaviour());
                    case Effect.Mutate mutate -> mutations.add(new AnswerMutation(mutate, fault.hits() - 1L));
                    case Effect.Answer candidate -> answer = answer == null ? candidate : answer;
                    case Effect.Drop candidate -> drop = drop == null ? candidate : drop;
                }
            }
        }
        return new FaultPlan(rules, executionDelay, answerDelay, behaviour, answer, drop, mutations);
    }

    /** Decides for one push; counts a hit of each rule that takes part. */
    public StreamPlan push(String channel, @Nullable String symbol, @Nullable String account) {
        return streamPlan(FaultRule.PUSH, channel, symbol, account);
    }

    /** Decides for one subscription; counts a hit of each rule that takes part. */
    public StreamPlan subscription(String channel, @Nullable String symbol, @Nullable String account) {
        return streamPlan(FaultRule.SUBSCRIPTION, channel, symbol, account);
    }

    private StreamPlan streamPlan(String action, String channel, @Nullable String symbol, @Nullable String account) {
        List<ActiveFault> hit = active.values().stream()
                .filter(fault -> fault.rule().matchesStream(action, channel, symbol, account))
                .filter(ActiveFault::hit)
                .toList();
        List<FrameMutation> mutations = new ArrayList<>();
        hit.forEach(fault -> {
            if (fault.rule().effect() instanceof Effect.Mutate mutate) {
                mutations.add(new FrameMutation(mutate, fault.hits() - 1L));
            }
        });
        return new StreamPlan(hit.stream().map(fault -> fault.rule().effect()).toList(), mutations);
    }

    private static Report report(ActiveFault fault) {
        return new Report(fault.id(), fault.hits(), fault.rule());
    }
}
