package io.firstfill.ledger.kafka.missed;

import io.firstfill.ledger.missed.MissedListings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks every half minute for reports of missed listings that are due. */
@ApplicationScoped
class MissedListingsTimer {
    private static final Logger LOG = Logger.getLogger(MissedListingsTimer.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final MissedListings missed;
    private volatile Cancellable running = () -> {};

    MissedListingsTimer(MissedListings missed) {
        this.missed = missed;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .startingAfter(INTERVAL)
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> run())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Missed listings are not reported any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** A failure waits for the next look: what was not done is still due. */
    private Uni<Void> run() {
        return Uni.createFrom()
                .deferred(missed::run)
                .onFailure()
                .invoke(failure -> LOG.warnf("Missed listings not reported: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
