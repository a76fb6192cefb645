package io.firstfill.service.kafka.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which settings a service reports at its start. */
@ConfigMapping(prefix = "firstfill.settings-report")
interface ReportSettings {
    /** The switch of the reports. */
    @WithDefault("true")
    boolean enabled();

    /** Prefixes of the names of reported settings; a setting without one of them is not reported. */
    List<String> prefixes();
}
