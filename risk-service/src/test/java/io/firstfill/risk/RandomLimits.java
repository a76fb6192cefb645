package io.firstfill.risk;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.value.Amount;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws limits for random histories. */
public final class RandomLimits {
    /** Those of the deployment. */
    public static final Guardrails CEILINGS =
            new Guardrails(12, Amount.of("120"), Amount.of("150"), 6, 14, Amount.of("60"), 4);

    private RandomLimits() {}

    public static Caps caps(RandomGenerator random) {
        return new Caps(1 + random.nextInt(15), Amount.of("" + (20 + random.nextInt(150))), 1 + random.nextInt(8));
    }

    public static Guardrails guardrails(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? Guardrails.NONE
                : new Guardrails(
                        1 + random.nextInt(12),
                        Amount.of("" + (10 + random.nextInt(110))),
                        Amount.of("" + (10 + random.nextInt(140))),
                        1 + random.nextInt(6),
                        1 + random.nextInt(14),
                        Amount.of("" + (1 + random.nextInt(50))),
                        1 + random.nextInt(4));
    }

    /** The amount that a person wants spent on one listing; null is that of the configuration. */
    public static @Nullable String wanted(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> "4";
            case 1 -> "15";
            case 2 -> "25";
            default -> null;
        };
    }
}
