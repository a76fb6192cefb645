package io.firstfill.simulator.fault;

import java.util.List;

/** The effects of all rules on one push or one subscription. */
public record StreamPlan(List<Effect> effects, List<FrameMutation> mutations) {

    public static final StreamPlan NONE = new StreamPlan(List.of(), List.of());

    public boolean loses() {
        return has(Effect.Lose.class);
    }

    public boolean duplicates() {
        return has(Effect.Duplicate.class);
    }

    public boolean disconnects() {
        return has(Effect.Disconnect.class);
    }

    public boolean blocks() {
        return has(Effect.Block.class);
    }

    public long delayMillis() {
        return effects.stream()
                .mapToLong(effect -> effect instanceof Effect.DelayAnswer delay ? delay.millis() : 0)
                .sum();
    }

    /** The frame as the rules leave it. */
    public byte[] mutate(byte[] frame) {
        byte[] changed = frame;
        for (FrameMutation mutation : mutations) {
            changed = mutation.apply(changed);
        }
        return changed;
    }

    private boolean has(Class<? extends Effect> type) {
        return effects.stream().anyMatch(type::isInstance);
    }
}
