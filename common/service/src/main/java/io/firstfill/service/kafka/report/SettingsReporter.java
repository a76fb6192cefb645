package io.firstfill.service.kafka.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reports, once after each start and for each environment, the settings of this service that decide about money or
 * speed, where they differ from its last report. The work is done in the background: no start waits for it.
 */
@ApplicationScoped
class SettingsReporter {
    private static final Logger LOG = Logger.getLogger(SettingsReporter.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final ReportSettings settings;
    private final SettingsInUse inUse;
    private final Environments environments;
    private final LastReports reports;
    private final Outbox outbox;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final String service;

    SettingsReporter(
            ReportSettings settings,
            SettingsInUse inUse,
            Environments environments,
            LastReports reports,
            Outbox outbox,
            MessageCodec codec,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.settings = settings;
        this.inUse = inUse;
        this.environments = environments;
        this.reports = reports;
        this.outbox = outbox;
        this.codec = codec;
        this.clock = clock;
        this.service = application.replaceFirst("-service$", "");
    }

    void started(@Observes StartupEvent event) {
        if (settings.enabled() && codec.mayWrite(SettingsReported.class)) {
            report().subscribe()
                    .with(
                            done -> LOG.debugf("Settings reported: service=%s", service),
                            failure -> LOG.warnf(failure, "Settings not reported: service=%s", service));
        }
    }

    Uni<Void> report() {
        return Uni.createFrom()
                .item(() -> due(reports.of(service), clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(outbox::publish)
                        .collect()
                        .last())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "Settings not reported yet: service=%s", service))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    private List<SettingsReported> due(Map<EnvironmentId, SettingsReported> last, Instant now) {
        Map<String, String> all = inUse.all();
        return new DueReports(service, new ReportedSettings(settings.prefixes()))
                .since(
                        last,
                        environments.all().keySet(),
                        all.keySet(),
                        name -> Optional.ofNullable(all.get(name)),
                        now);
    }
}
