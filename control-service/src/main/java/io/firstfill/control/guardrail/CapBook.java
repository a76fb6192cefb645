package io.firstfill.control.guardrail;

import io.firstfill.contract.Message;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The book of each environment's guardrails and of the use of its caps. */
@ApplicationScoped
public class CapBook implements Book {
    private final Map<EnvironmentId, GuardrailsChanged> guardrails = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, CapsReported> reports = new ConcurrentHashMap<>();
    private final Map<BreakerKey, Boolean> tripped = new ConcurrentHashMap<>();

    private record BreakerKey(EnvironmentId environment, Cap cap) {}

    /** Returns the latest change of the guardrails; empty while the environment has none. */
    public Optional<GuardrailsChanged> guardrails(EnvironmentId environment) {
        return Optional.ofNullable(guardrails.get(environment));
    }

    /** Returns the latest report of risk-service; empty until it has reported. */
    public Optional<CapsReported> report(EnvironmentId environment) {
        return Optional.ofNullable(reports.get(environment));
    }

    /**
     * Returns the caps that leave a new run no room for one buy: those above a run that block, or whose rest is less
     * than the amount of one buy, and every circuit breaker that has tripped, as one does not end with its run.
     *
     * @param quoteAmount of the run that is to start; null leaves the rests out
     */
    public List<CapUse> withoutRoom(EnvironmentId environment, @Nullable Amount quoteAmount) {
        return report(environment).map(CapsReported::uses).orElse(List.of()).stream()
                .filter(use -> use.level() != CapLevel.RUN || Breakers.ALL.contains(use.cap()))
                .filter(use -> isFull(use, quoteAmount))
                .toList();
    }

    /** A new run has spent nothing: what the run before has spent does not count. */
    private static boolean isFull(CapUse use, @Nullable Amount quoteAmount) {
        boolean perRun = use.cap() == Cap.SPEND;
        boolean amount = perRun || use.cap() == Cap.SPEND_PER_DAY;
        Amount used = perRun ? Amount.ZERO : Amount.of(use.used()).plus(unreturned(use));
        boolean tooSmall =
                amount && quoteAmount != null && used.plus(quoteAmount).exceeds(Amount.of(use.limit()));
        return tooSmall || (use.reached() && !perRun);
    }

    private static Amount unreturned(CapUse use) {
        String unreturned = use.unreturned();
        return unreturned == null ? Amount.ZERO : Amount.of(unreturned);
    }

    /** Returns whether the circuit breaker has tripped, by the latest of report and event. */
    public boolean isTripped(EnvironmentId environment, Cap breaker) {
        return tripped.getOrDefault(new BreakerKey(environment, breaker), false);
    }

    @Override
    public void reset() {
        guardrails.clear();
        reports.clear();
        tripped.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case GuardrailsChanged changed -> guardrails.merge(changed.environment(), changed, CapBook::later);
            case CapsReported report -> {
                reports.put(report.environment(), report);
                Breakers.ALL.forEach(cap -> tripped.put(
                        new BreakerKey(report.environment(), cap),
                        report.uses().stream().anyMatch(use -> use.cap() == cap && use.reached())));
            }
            case CapReached reached -> tripped.put(new BreakerKey(reached.environment(), reached.cap()), true);
            case CapCleared cleared -> tripped.put(new BreakerKey(cleared.environment(), cleared.cap()), false);
            default -> {
                // A message of another book.
            }
        }
    }

    private static GuardrailsChanged later(GuardrailsChanged one, GuardrailsChanged other) {
        return other.version() >= one.version() ? other : one;
    }
}
