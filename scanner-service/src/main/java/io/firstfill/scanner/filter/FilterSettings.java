package io.firstfill.scanner.filter;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long the filters may wait for a verdict. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface FilterSettings {
    /** How long before the opening an open question about qualification becomes a no. */
    Duration qualificationCutoff();
}
