package io.firstfill.service.kafka.heartbeat;

import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the signs of life of this instance published when they are due, on a thread of its own. */
@ApplicationScoped
class HeartbeatSender {
    private static final Logger LOG = Logger.getLogger(HeartbeatSender.class);
    /** Bounds how late the first sign after an assignment is. */
    private static final Duration CHECKED_EVERY = Duration.ofMillis(500);

    private final HeartbeatSettings settings;
    private final Environments environments;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final SignPublisher signs;
    private @Nullable ScheduledExecutorService timer;

    HeartbeatSender(
            HeartbeatSettings settings,
            Environments environments,
            Presence presence,
            Outbox outbox,
            MessageCodec codec,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "firstfill.instance") Optional<String> instance) {
        this.settings = settings;
        this.environments = environments;
        this.codec = codec;
        this.clock = clock;
        Heartbeats.Source source = new Heartbeats.Source(
                application.replaceFirst("-service$", ""), instance.orElse(application + "-0"), clock.instant());
        this.signs = new SignPublisher(new Heartbeats(source, presence, settings.interval()), outbox::publish);
    }

    void started(@Observes StartupEvent event) {
        if (settings.enabled() && codec.mayWrite(Heartbeat.class)) {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("heartbeats").daemon().factory());
            long interval = CHECKED_EVERY.toMillis();
            var _ = thread.scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.MILLISECONDS);
            timer = thread;
        }
    }

    /** Nothing may end the timer: a service that works must not look dead. */
    private void check() {
        try {
            signs.publishDue(environments.all().keySet(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Signs of life not given", e);
        }
    }

    @PreDestroy
    void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
        }
    }
}
