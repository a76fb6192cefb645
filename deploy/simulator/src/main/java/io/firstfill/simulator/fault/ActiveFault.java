package io.firstfill.simulator.fault;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/** A fault rule in force, with its counters. */
final class ActiveFault {

    private static final int RESOLUTION = 1_000_000;

    private final String id;
    private final FaultRule rule;
    private final SplittableRandom random;
    private int seen;
    private int hits;

    ActiveFault(String id, FaultRule rule) {
        this.id = id;
        this.rule = rule;
        this.random = new SplittableRandom(rule.seed());
    }

    String id() {
        return id;
    }

    FaultRule rule() {
        return rule;
    }

    int hits() {
        return hits;
    }

    /** Counts a matching request; true when the rule hits it. */
    boolean hit() {
        seen++;
        Integer count = rule.count();
        if (seen <= rule.skip() || (count != null && hits >= count) || !drawHit()) {
            return false;
        }
        hits++;
        return true;
    }

    private boolean drawHit() {
        BigDecimal probability = rule.probability();
        return probability == null
                || BigDecimal.valueOf(random.nextInt(RESOLUTION))
                                .compareTo(probability.multiply(BigDecimal.valueOf(RESOLUTION)))
                        < 0;
    }
}
