package io.firstfill.control.kafka;

import io.firstfill.control.liveness.Hearing;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.service.kafka.progress.CatchUp;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds out again and again how far control has read: it asks the brokers where the topics end, and waits until the
 * consumer of the inbox is there. While the brokers do not answer, or the consumer does not get there, control is deaf.
 */
@Startup
@ApplicationScoped
class HearingProbe {
    private static final Logger LOG = Logger.getLogger(HearingProbe.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    /** The assignment may have changed meanwhile, and then the question has no answer. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final CatchUp catchUp;
    private final InboxState inbox;
    private final Hearing hearing;
    private final InstantSource clock;
    private @Nullable Cancellable ticking;
    private boolean deaf;

    HearingProbe(CatchUp catchUp, InboxState inbox, Hearing hearing, InstantSource clock) {
        this.catchUp = catchUp;
        this.inbox = inbox;
        this.hearing = hearing;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        ticking = Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> probe())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("How far control has read is not known any more", failure));
    }

    private Uni<Void> probe() {
        if (!inbox.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        Instant asked = clock.instant();
        CompletableFuture<Void> reached = catchUp.reached().toCompletableFuture();
        return Uni.createFrom()
                .completionStage(reached)
                .invoke(() -> read(asked))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithNull()
                .invoke(() -> reached.cancel(false))
                .invoke(this::state);
    }

    private void read(Instant until) {
        if (inbox.isOpen()) {
            hearing.read(until);
        }
    }

    private void state() {
        boolean now = hearing.isDeaf();
        if (now && !deaf) {
            LOG.warnf("Control reads nothing, so that no service is called silent: since=%s", hearing.until());
        } else if (deaf && !now) {
            LOG.info("Control reads its topics again");
        }
        deaf = now;
    }

    @PreDestroy
    void stop() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
        }
    }
}
