package io.firstfill.control.metrics;

import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.readiness.LedgerReport.Recording;
import io.firstfill.control.readiness.LedgerWatch;
import io.firstfill.control.run.RunBook;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.kafka.InboxState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Registers the gauges {@code firstfill_environment_…}: what control has read about each environment. Every instance of
 * control reads every environment, so that rules take the maximum over the instances. A gauge is NaN while the past has
 * not been read completely, and where nothing is known: 0 would say that all is well.
 */
@Startup
@ApplicationScoped
class EnvironmentMetrics {
    private static final String PREFIX = "firstfill.environment.";

    private final MeterRegistry registry;
    private final Environments environments;
    private final EnvironmentBook book;
    private final RunBook runs;
    private final LedgerWatch ledger;
    private final InboxState inbox;

    EnvironmentMetrics(
            MeterRegistry registry,
            Environments environments,
            EnvironmentBook book,
            RunBook runs,
            LedgerWatch ledger,
            InboxState inbox) {
        this.registry = registry;
        this.environments = environments;
        this.book = book;
        this.runs = runs;
        this.ledger = ledger;
        this.inbox = inbox;
    }

    @PostConstruct
    void register() {
        environments.all().keySet().forEach(environment -> {
            registerStatus(environment);
            registerLedger(environment);
        });
    }

    private void registerStatus(EnvironmentId environment) {
        Tags tags = Tags.of("environment", environment.value());
        for (AlertKind kind : AlertKind.values()) {
            gauge("alerts.open", tags.and("kind", kind.name()), () -> Optional.of(open(environment, kind)));
        }
        for (TradingState state : TradingState.values()) {
            gauge(
                    "trading.state",
                    tags.and("state", state.name()),
                    () -> book.tradingState(environment).map(changed -> changed.state() == state ? 1 : 0));
        }
        gauge("run.active", tags, () -> Optional.of(runs.active(environment).isPresent() ? 1 : 0));
        gauge(
                "credential.valid",
                tags,
                () -> book.credential(environment).map(event -> event instanceof CredentialValidated ? 1 : 0));
        gauge("credential.end.timestamp.seconds", tags, () -> credentialEnd(environment));
    }

    /** Seconds since the epoch at which a key that is bound to no address ends at the latest. */
    private Optional<Number> credentialEnd(EnvironmentId environment) {
        return book.credential(environment)
                .filter(CredentialValidated.class::isInstance)
                .map(event -> ((CredentialValidated) event).unboundKeyEndsBy())
                .map(Instant::getEpochSecond);
    }

    private void registerLedger(EnvironmentId environment) {
        Tags tags = Tags.of("environment", environment.value());
        gauge("ledger.recording", tags, () -> Optional.of(isRecording(environment) ? 1 : 0));
        gauge("ledger.lag.records", tags, () -> ledger.recording(environment).map(Recording::lagRecords));
        gauge("ledger.lag.seconds", tags, () -> ledger.recording(environment).map(Recording::lagSeconds));
    }

    private boolean isRecording(EnvironmentId environment) {
        return ledger.recording(environment).filter(Recording::recording).isPresent();
    }

    private Number open(EnvironmentId environment, AlertKind kind) {
        return book.openAlerts(environment).stream()
                .filter(alert -> alert.kind() == kind)
                .count();
    }

    /** The reading of a gauge; empty where nothing is known. */
    private interface Reading {
        Optional<? extends Number> now();
    }

    private void gauge(String name, Tags tags, Reading reading) {
        ToDoubleFunction<Reading> number =
                it -> inbox.isOpen() ? it.now().map(Number::doubleValue).orElse(Double.NaN) : Double.NaN;
        Gauge.builder(PREFIX + name, reading, number)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }
}
