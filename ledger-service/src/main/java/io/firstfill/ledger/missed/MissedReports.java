package io.firstfill.ledger.missed;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the reports of missed listings. */
public interface MissedReports {
    /** Returns the latest hour that has a report. */
    Uni<Optional<Instant>> latestHour(EnvironmentId environment);

    /** Returns the listings that opened in an interval. */
    Uni<List<Opening>> openings(EnvironmentId environment, Instant from, Instant to);

    /** Stores a report, unless the hour has one already. */
    Uni<Void> store(HourReport report);

    /** Returns the alerts about listings of reports made since then that the journal does not have. */
    Uni<List<AlertRaised>> unraised(EnvironmentId environment, Instant since);

    /** Returns what clears the open alerts about listings of reports made until then. */
    Uni<List<AlertCleared>> overdue(EnvironmentId environment, Instant until, Instant now);
}
