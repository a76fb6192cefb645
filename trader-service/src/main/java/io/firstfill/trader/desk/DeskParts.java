package io.firstfill.trader.desk;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.trader.TraderSettings;
import io.firstfill.trader.alert.AlertBoard;
import io.firstfill.trader.order.Hops;
import io.firstfill.trader.order.Venue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the engines of one desk share. */
record DeskParts(
        EnvironmentId environment,
        DeskState state,
        DeskThread thread,
        Journal journal,
        AlertBoard alerts,
        Mandate mandate,
        Venue venue,
        TraderSettings settings,
        InstantSource clock,
        Hops hops) {
    /** Our clock in microseconds, the resolution of everything told. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
