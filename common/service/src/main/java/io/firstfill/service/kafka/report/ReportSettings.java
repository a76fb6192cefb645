package io.firstfill.service.kafka.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which settings a service reports at its start. */
@ConfigMapping(prefix = "firstfill.settings-report")
interface ReportSettings {
    /** Whether the service reports its settings at all. */
    @WithDefault("true")
    boolean enabled();

    /** How the names of the reported settings begin; what is not named here is not reported. */
    List<String> prefixes();
}
