package io.firstfill.risk.exposure;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.cap.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The use of an environment's caps over all its runs, and the amounts that persons want to be spent on single listings.
 *
 * @param near the caps whose use was reported as near the limit, with the episode in which it was
 * @param episodes how often {@code near} changed: ids of the alerts are derived from this sequence
 * @param wanted amounts for single listings that have not come to an end; books stored by earlier versions lack them
 */
public record Exposure(
        DayTotals day,
        Positions positions,
        Breakers breakers,
        Map<Cap, Integer> near,
        int episodes,
        List<WantedAmount> wanted) {
    public static final Exposure NONE =
            new Exposure(DayTotals.NONE, Positions.NONE, Breakers.NONE, Map.of(), 0, List.of());

    /** More listings than are announced at a time. */
    private static final int MOST_WANTED = 64;

    public Exposure {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(positions, "positions");
        Objects.requireNonNull(breakers, "breakers");
        near = Map.copyOf(near);
        wanted = wanted == null ? List.of() : List.copyOf(wanted);
    }

    public Exposure with(DayTotals totals) {
        return totals.equals(day) ? this : new Exposure(totals, positions, breakers, near, episodes, wanted);
    }

    public Exposure with(Positions held) {
        return new Exposure(day, held, breakers, near, episodes, wanted);
    }

    public Exposure with(Breakers state) {
        return new Exposure(day, positions, state, near, episodes, wanted);
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
        return new Exposure(day, positions, breakers, raised, episodes + 1, wanted);
    }

    /** A listing that is left alone needs no permit. */
    public Exposure wanting(ChangeListingTerms command) {
        ListingTerms terms = command.terms();
        return wanting(command.listingId(), terms.leaveAlone() ? null : terms.quoteAmount());
    }

    /** A part of what is wanted for a listing was bought, and another attempt buys the rest. */
    public Exposure spent(ListingId listing, Amount bought) {
        return wanted.stream()
                .filter(one -> one.listing().equals(listing))
                .findFirst()
                .map(one -> wanting(
                        listing, one.amount().exceeds(bought) ? one.amount().minus(bought) : null))
                .orElse(this);
    }

    /** Replaces what is wanted for a listing; null where that is the amount of the configuration, or it has ended. */
    public Exposure wanting(ListingId listing, @Nullable Amount amount) {
        List<WantedAmount> next = new ArrayList<>(wanted);
        next.removeIf(one -> one.listing().equals(listing));
        if (amount != null) {
            next.add(new WantedAmount(listing, amount));
        }
        List<WantedAmount> latest = next.subList(Math.max(0, next.size() - MOST_WANTED), next.size());
        return latest.equals(wanted) ? this : new Exposure(day, positions, breakers, near, episodes, latest);
    }
}
