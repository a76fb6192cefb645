package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Measures how late feeds show openings, and how long the way from an answer to its signal is. */
record DetectionMeters(MeterRegistry meters, EnvironmentId environment) {
    void lag(DetectionLags.DetectionLag lag) {
        meters.timer(
                        "firstfill.scanner.feed.sight.lag",
                        "environment",
                        environment.value(),
                        "feed",
                        lag.feed().label(),
                        "event",
                        lag.event().name().toLowerCase(Locale.ROOT))
                .record(lag.lag());
    }

    void answerToSignal(Duration time) {
        meters.timer("firstfill.scanner.answer.to.signal", "environment", environment.value())
                .record(time);
    }
}
