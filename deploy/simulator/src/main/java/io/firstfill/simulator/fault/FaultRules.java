package io.firstfill.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults in force, in the order they were injected. */
public final class FaultRules {

    /** A rule with what it has done. */
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

    public boolean remove(String id) {
        return active.remove(id) != null;
    }

    public void clear() {
        active.clear();
    }

    public FaultPlan plan(String method, String path, @Nullable String symbol, @Nullable String account) {
        List<String> rules = new ArrayList<>();
        ObjectNode behaviour = Json.MAPPER.createObjectNode();
        long execution = 0;
        long answering = 0;
        Effect.Answer answer = null;
        Effect.Drop drop = null;
        for (ActiveFault fault : active.values()) {
            if (fault.rule().matches(method, path, symbol, account) && fault.hit()) {
                rules.add(fault.id());
                switch (fault.rule().effect()) {
                    case Effect.DelayExecution delay -> execution += delay.millis();
                    case Effect.DelayAnswer delay -> answering += delay.millis();
                    case Effect.OnStream elsewhere -> throw new IllegalStateException("no such fault on HTTP");
                    case Effect.Behave behave -> behaviour.setAll(behave.behaviour());
                    case Effect.Answer first -> answer = answer == null ? first : answer;
                    case Effect.Drop first -> drop = drop == null ? first : drop;
                }
            }
        }
        return new FaultPlan(rules, execution, answering, behaviour, answer, drop);
    }

    public StreamPlan push(String channel, @Nullable String symbol, @Nullable String account) {
        return new StreamPlan(onStream(FaultRule.PUSH, channel, symbol, account));
    }

    public StreamPlan subscription(String channel, @Nullable String symbol, @Nullable String account) {
        return new StreamPlan(onStream(FaultRule.SUBSCRIPTION, channel, symbol, account));
    }

    private List<Effect> onStream(String action, String channel, @Nullable String symbol, @Nullable String account) {
        return active.values().stream()
                .filter(fault -> fault.rule().matchesStream(action, channel, symbol, account))
                .filter(ActiveFault::hit)
                .map(fault -> fault.rule().effect())
                .toList();
    }

    private static Report report(ActiveFault fault) {
        return new Report(fault.id(), fault.hits(), fault.rule());
    }
}
