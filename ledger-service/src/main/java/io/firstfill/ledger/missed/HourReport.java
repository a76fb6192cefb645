package io.firstfill.ledger.missed;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;

/**
 * The report of one hour of an environment.
 *
 * @param hour its beginning
 * @param opened listings that opened in the hour
 */
public record HourReport(
        EnvironmentId environment, Instant hour, Instant generatedAt, int opened, List<Missed> missed) {
    public HourReport {
        missed = List.copyOf(missed);
    }

    static HourReport of(
            EnvironmentId environment, Instant hour, Instant now, List<Opening> openings, ReasonCauses causes) {
        List<Missed> missed = openings.stream()
                .filter(opening -> !opening.isBought())
                .map(opening -> Missed.of(environment, opening, causes))
                .toList();
        return new HourReport(environment, hour, now, openings.size(), missed);
    }
}
