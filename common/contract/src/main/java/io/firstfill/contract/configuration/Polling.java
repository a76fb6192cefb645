package io.firstfill.contract.configuration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The intervals at which a run's feeds are asked, within the bounds of the deployment. A field that is null leaves the
 * interval to the deployment.
 *
 * @param tickerInterval between two questions about the symbols that trade
 * @param calendarInterval between two questions about announced listings
 */
public record Polling(
        @Nullable Duration tickerInterval, @Nullable Duration calendarInterval) {}
