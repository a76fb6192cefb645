package io.firstfill.risk.book;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The latest run of an environment, and the terms of its permits.
 *
 * @param quoteAmount the limit of each permit
 * @param bought sum of the amounts of its final fills
 * @param permits number of permits granted so far: permit ids are derived from this sequence
 * @param reached caps that block the run now
 * @param episodes how often a cap was reached or cleared: ids of CapReached and CapCleared are derived from this
 *     sequence
 * @param raisedIn the episode in which each cap that blocks now was reached; books stored by earlier versions lack it
 */
record Run(
        RunId id,
        CorrelationId correlation,
        Phase phase,
        Caps caps,
        Amount quoteAmount,
        Amount bought,
        int permits,
        List<Cap> reached,
        int episodes,
        Map<Cap, Integer> raisedIn) {
    Run {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(bought, "bought");
        reached = List.copyOf(reached);
        raisedIn = raisedIn == null ? Map.of() : Map.copyOf(raisedIn);
    }

    static Run started(RunId id, CorrelationId correlation, Caps caps, Amount quoteAmount) {
        return new Run(id, correlation, Phase.ACTIVE, caps, quoteAmount, Amount.ZERO, 0, List.of(), 0, Map.of());
    }

    /** Changes the phase. A run that has ended stays ended, whatever event arrives late. */
    Run entering(Phase next) {
        Phase kept = phase == Phase.ENDED ? Phase.ENDED : next;
        return new Run(id, correlation, kept, caps, quoteAmount, bought, permits, reached, episodes, raisedIn);
    }

    Run under(Caps newCaps, Amount newQuoteAmount) {
        return new Run(id, correlation, phase, newCaps, newQuoteAmount, bought, permits, reached, episodes, raisedIn);
    }

    Run withBought(Amount total) {
        return new Run(id, correlation, phase, caps, quoteAmount, total, permits, reached, episodes, raisedIn);
    }

    Run withOneMorePermit() {
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits + 1, reached, episodes, raisedIn);
    }

    /** Removes a cap from those that block the run, without a report: the caller has published one. */
    Run without(Cap cap) {
        List<Cap> others = reached.stream().filter(each -> each != cap).toList();
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits, others, episodes, raisedIn);
    }

    Run reaching(List<Cap> now) {
        Map<Cap, Integer> raised = new EnumMap<>(Cap.class);
        for (Cap cap : now) {
            Integer known = reached.contains(cap) ? raisedIn.get(cap) : Integer.valueOf(episodes);
            if (known != null) {
                raised.put(cap, known);
            }
        }
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits, now, episodes + 1, raised);
    }
}
