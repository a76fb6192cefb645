package io.firstfill.service.kafka.report;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.SettingsReported;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which reports a service owes: one for each environment whose settings differ from those of the last report. A
 * setting that was changed and changed back is reported twice, so that a report has an id of its own.
 *
 * @param service such as {@code trader}
 */
record DueReports(String service, ReportedSettings chosen) {
    /**
     * @param last the last report of the service for each environment that has one
     * @param names of all settings
     * @param value returns the value of a setting; empty where it is not set
     */
    List<SettingsReported> since(
            Map<EnvironmentId, SettingsReported> last,
            Collection<EnvironmentId> environments,
            Collection<String> names,
            Function<String, Optional<String>> value,
            Instant now) {
        return environments.stream()
                .map(environment -> new SettingsReported(
                        Meta.first(new MessageId(UUID.randomUUID()), now),
                        environment,
                        service,
                        chosen.of(environment, names, value)))
                .filter(report -> !isSame(last.get(report.environment()), report))
                .toList();
    }

    private static boolean isSame(@Nullable SettingsReported last, SettingsReported now) {
        return last != null && last.settings().equals(now.settings());
    }
}
