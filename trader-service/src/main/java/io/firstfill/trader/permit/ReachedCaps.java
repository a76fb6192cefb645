package io.firstfill.trader.permit;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Cap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The caps that leave each run no permit, by risk-service's reports. Confined to the event loop. */
public final class ReachedCaps {
    private final Map<RunId, Map<Cap, CapReached>> reached = new HashMap<>();

    public void apply(Message message) {
        switch (message) {
            case CapReached event -> reached(event);
            case CapCleared event -> cleared(event);
            default -> {
                // says nothing of a cap
            }
        }
    }

    private void reached(CapReached event) {
        reached.computeIfAbsent(event.runId(), run -> new EnumMap<>(Cap.class)).put(event.cap(), event);
    }

    private void cleared(CapCleared event) {
        reached.getOrDefault(event.runId(), new EnumMap<>(Cap.class)).remove(event.cap());
    }

    public List<CapReached> of(RunId run) {
        return List.copyOf(reached.getOrDefault(run, Map.of()).values());
    }
}
