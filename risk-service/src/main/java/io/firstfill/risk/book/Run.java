package io.firstfill.risk.book;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.exposure.BoundedHistory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

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
 * @param gone permits that were used or returned before this book granted them: a lost book had. One that is granted
 *     once more would never be returned; books stored by earlier versions lack them
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
        Map<Cap, Integer> raisedIn,
        List<PermitId> gone) {
    /** States whether a run may get permits. */
    enum Phase {
        ACTIVE,
        /** The run gets no permits until it is resumed. */
        SUSPENDED,
        /**
         * The run is stopped or stopping. It never gets another permit; its reservations count until each one is
         * returned or its order is final.
         */
        ENDED
    }

    /** Far more than the permits that are returned or spent while a lost book is made anew from the topics. */
    private static final int GONE_LIMIT = 5_000;

    /** As many of the latest grants are recognised; an older one is noted without need. */
    private static final int RECOGNISED = 300;

    Run {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(bought, "bought");
        reached = List.copyOf(reached);
        raisedIn = raisedIn == null ? Map.of() : Map.copyOf(raisedIn);
        gone = gone == null ? List.of() : List.copyOf(gone);
    }

    static Run started(RunId id, CorrelationId correlation, Caps caps, Amount quoteAmount) {
        return new Run(
                id, correlation, Phase.ACTIVE, caps, quoteAmount, Amount.ZERO, 0, List.of(), 0, Map.of(), List.of());
    }

    /** Changes the phase. A run that has ended stays ended, whatever event arrives late. */
    Run entering(Phase next) {
        Phase kept = phase == Phase.ENDED ? Phase.ENDED : next;
        return new Run(id, correlation, kept, caps, quoteAmount, bought, permits, reached, episodes, raisedIn, gone);
    }

    Run under(Caps newCaps, Amount newQuoteAmount) {
        return new Run(
                id, correlation, phase, newCaps, newQuoteAmount, bought, permits, reached, episodes, raisedIn, gone);
    }

    Run withBought(Amount total) {
        return new Run(id, correlation, phase, caps, quoteAmount, total, permits, reached, episodes, raisedIn, gone);
    }

    /** Returns the run after one more permit of its sequence was granted, or passed over because it is gone. */
    Run withOneMorePermit() {
        PermitId next = nextPermit();
        List<PermitId> rest = gone.contains(next)
                ? gone.stream().filter(each -> !each.equals(next)).toList()
                : gone;
        return new Run(
                id, correlation, phase, caps, quoteAmount, bought, permits + 1, reached, episodes, raisedIn, rest);
    }

    PermitId nextPermit() {
        return PermitId.derivedFrom(id, permits);
    }

    /** Notes a permit that was used or returned; one of those that this run was granted lately changes nothing. */
    Run without(PermitId permit) {
        boolean granted = IntStream.rangeClosed(1, Math.min(permits, RECOGNISED))
                .anyMatch(back -> PermitId.derivedFrom(id, permits - back).equals(permit));
        List<PermitId> all = granted ? gone : BoundedHistory.append(gone, permit, GONE_LIMIT);
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits, reached, episodes, raisedIn, all);
    }

    /** Removes a cap from those that block the run, without a report: the caller has published one. */
    Run without(Cap cap) {
        List<Cap> others = reached.stream().filter(each -> each != cap).toList();
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits, others, episodes, raisedIn, gone);
    }

    Run reaching(List<Cap> now) {
        Map<Cap, Integer> raised = new EnumMap<>(Cap.class);
        for (Cap cap : now) {
            Integer known = reached.contains(cap) ? raisedIn.get(cap) : Integer.valueOf(episodes);
            if (known != null) {
                raised.put(cap, known);
            }
        }
        return new Run(id, correlation, phase, caps, quoteAmount, bought, permits, now, episodes + 1, raised, gone);
    }
}
