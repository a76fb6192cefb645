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
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the signs of life of this instance, on a thread of its own. While one is not acknowledged no other is
 * handed to the outbox: an outbox that is busy, or whose broker is away, has better things to send.
 */
@ApplicationScoped
class HeartbeatSender {
    private static final Logger LOG = Logger.getLogger(HeartbeatSender.class);
    /** Bounds how late the first sign after an assignment is. */
    private static final Duration CHECKED_EVERY = Duration.ofMillis(500);

    private final HeartbeatSettings settings;
    private final Environments environments;
    private final Outbox outbox;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final Heartbeats heartbeats;
    private final AtomicInteger pending = new AtomicInteger();
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
        this.outbox = outbox;
        this.codec = codec;
        this.clock = clock;
        this.heartbeats = new Heartbeats(
                new Heartbeats.Source(
                        application.replaceFirst("-service$", ""),
                        instance.orElse(application + "-0"),
                        clock.instant()),
                presence,
                settings.interval());
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
            if (pending.get() == 0) {
                heartbeats.due(environments.all().keySet(), clock.instant()).forEach(this::publish);
            }
        } catch (RuntimeException e) {
            LOG.warn("Signs of life not given", e);
        }
    }

    private void publish(Heartbeat heartbeat) {
        pending.incrementAndGet();
        outbox.publish(heartbeat)
                .onTermination()
                .invoke(pending::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(
                                failure, "Sign of life not published: environment=%s", heartbeat.environment()));
    }

    @PreDestroy
    void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
        }
    }
}
