package io.firstfill.risk.cap;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one environment above its runs.
 *
 * @param ceilings of the deployment
 * @param guardrails of the environment
 * @param version of the guardrails; 0 when the environment has none
 */
public record Limits(Guardrails ceilings, Guardrails guardrails, int version) {
    public static final Limits NONE = new Limits(Guardrails.NONE, Guardrails.NONE, 0);

    public Limits {
        Objects.requireNonNull(ceilings, "ceilings");
        Objects.requireNonNull(guardrails, "guardrails");
    }

    public Limits withCeilings(Guardrails now) {
        return now.equals(ceilings) ? this : new Limits(now, guardrails, version);
    }

    public Limits withGuardrails(Guardrails now, int newVersion) {
        return new Limits(ceilings, now, newVersion);
    }

    /** Returns every limit of every cap, the outermost level first. */
    public List<Limit> all(@Nullable Caps run) {
        List<Limit> all = new ArrayList<>();
        for (Cap cap : Cap.values()) {
            of(ceilings, cap).ifPresent(amount -> all.add(new Limit(cap, CapLevel.DEPLOYMENT, amount)));
            of(guardrails, cap).ifPresent(amount -> all.add(new Limit(cap, CapLevel.ENVIRONMENT, amount)));
            Optional.ofNullable(run)
                    .flatMap(caps -> of(caps, cap))
                    .ifPresent(amount -> all.add(new Limit(cap, CapLevel.RUN, amount)));
        }
        return all;
    }

    /** Returns the limit that holds for each cap: the lowest, and of equal ones that of the outermost level. */
    public List<Limit> strictest(@Nullable Caps run) {
        List<Limit> all = all(run);
        return Arrays.stream(Cap.values())
                .flatMap(cap -> all.stream()
                        .filter(limit -> limit.cap() == cap)
                        .min(Comparator.comparing(Limit::amount).thenComparing(Limit::level))
                        .stream())
                .toList();
    }

    /** Returns the limit of the cap in guardrails, or in ceilings, which are written in the same way. */
    public static Optional<Amount> of(Guardrails limits, Cap cap) {
        return switch (cap) {
            case TRADES_PER_HOUR -> count(limits.tradesPerHour());
            case SPEND -> Optional.ofNullable(limits.spendPerRun());
            case CONCURRENT_LISTINGS -> count(limits.concurrentListings());
            case SPEND_PER_DAY -> Optional.ofNullable(limits.spendPerDay());
            case OPEN_POSITIONS -> count(limits.openPositions());
            case LOSS_PER_DAY -> Optional.ofNullable(limits.lossPerDay());
            case CONSECUTIVE_FAILURES -> count(limits.consecutiveFailures());
        };
    }

    private static Optional<Amount> of(Caps run, Cap cap) {
        return switch (cap) {
            case TRADES_PER_HOUR -> count(run.tradesPerHour());
            case SPEND -> Optional.of(run.spend());
            case CONCURRENT_LISTINGS -> count(run.concurrentListings());
            case SPEND_PER_DAY -> Optional.ofNullable(run.spendPerDay());
            case OPEN_POSITIONS -> count(run.openPositions());
            case LOSS_PER_DAY -> Optional.ofNullable(run.lossPerDay());
            case CONSECUTIVE_FAILURES -> count(run.consecutiveFailures());
        };
    }

    private static Optional<Amount> count(@Nullable Integer number) {
        return Optional.ofNullable(number).map(it -> new Amount(BigDecimal.valueOf(it)));
    }
}
