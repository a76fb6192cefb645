package io.firstfill.trader.mark;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells people while a position with a plan has no price that could trigger it. Confined to the event loop. */
public final class StalePrices {
    private final Alerts alerts;
    private final Duration after;
    private final Map<PositionId, Instant> since = new HashMap<>();

    public StalePrices(Alerts alerts, MarkSettings settings) {
        this.alerts = alerts;
        this.after = settings.staleAlert();
    }

    /** @param planned the marks of all positions that have a plan */
    public void check(List<Mark> planned, Instant now) {
        planned.stream().filter(Mark::stale).forEach(mark -> stale(mark, now));
        Set<PositionId> stale =
                planned.stream().filter(Mark::stale).map(Mark::positionId).collect(Collectors.toUnmodifiableSet());
        since.keySet().stream()
                .filter(known -> !stale.contains(known))
                .toList()
                .forEach(this::over);
    }

    private void stale(Mark mark, Instant now) {
        Instant first = since.computeIfAbsent(mark.positionId(), id -> now);
        if (!first.plus(after).isAfter(now)) {
            alerts.raise(
                    AlertKind.EXIT_PRICES_STALE,
                    mark.positionId().toString(),
                    Severity.CRITICAL,
                    "No price of " + mark.pair() + " triggers its exits: none was read lately, or its book is odd");
        }
    }

    private void over(PositionId position) {
        since.remove(position);
        alerts.clearRaised(AlertKind.EXIT_PRICES_STALE, position.toString());
    }
}
