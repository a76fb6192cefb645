package io.firstfill.risk.exposure;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an environment has done over all its runs that counts against caps.
 *
 * @param near the caps whose use was reported as near the limit, with the episode in which it was
 * @param episodes how often {@code near} changed: ids of the alerts are derived from this sequence
 */
public record Exposure(DayTotals day, Positions positions, Breakers breakers, Map<Cap, Integer> near, int episodes) {
    public static final Exposure NONE = new Exposure(DayTotals.NONE, Positions.NONE, Breakers.NONE, Map.of(), 0);

    public Exposure {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(positions, "positions");
        Objects.requireNonNull(breakers, "breakers");
        near = Map.copyOf(near);
    }

    public Exposure with(DayTotals totals) {
        return totals.equals(day) ? this : new Exposure(totals, positions, breakers, near, episodes);
    }

    public Exposure with(Positions held) {
        return new Exposure(day, held, breakers, near, episodes);
    }

    public Exposure with(Breakers state) {
        return new Exposure(day, positions, state, near, episodes);
    }

    /** Trips a circuit breaker. */
    public Exposure tripping(Level reached, RunId run) {
        return with(breakers.tripping(reached, run));
    }

    /** Resets a circuit breaker: what it counts begins at zero. */
    public Exposure reset(Cap cap) {
        Exposure counted = cap == Cap.LOSS_PER_DAY ? with(day.withoutLoss()) : this;
        return counted.with(breakers.reset(cap));
    }

    public Exposure reporting(List<Cap> nowNear) {
        Map<Cap, Integer> raised = new EnumMap<>(Cap.class);
        nowNear.forEach(cap -> raised.put(cap, near.getOrDefault(cap, episodes)));
        return new Exposure(day, positions, breakers, raised, episodes + 1);
    }
}
