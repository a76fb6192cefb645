package io.firstfill.scanner.filter;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of how long the filters may wait for a verdict. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface FilterSettings {
    /** The time before the opening at which an open question about qualification becomes a no. */
    Duration qualificationCutoff();
}
