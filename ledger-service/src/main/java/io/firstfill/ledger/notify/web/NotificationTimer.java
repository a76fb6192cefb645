package io.firstfill.ledger.notify.web;

import io.firstfill.ledger.notify.NotificationDispatcher;
import io.firstfill.ledger.notify.NotificationSettings;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.NotificationUpkeep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs the deliveries of each target on their own, and what time alone brings. Without targets nothing runs. */
@ApplicationScoped
class NotificationTimer {
    private static final Logger LOG = Logger.getLogger(NotificationTimer.class);
    private static final Duration UPKEEP = Duration.ofSeconds(30);

    private final NotificationDispatcher dispatcher;
    private final NotificationUpkeep upkeep;
    private final NotificationSettings settings;
    private final List<Cancellable> running = new CopyOnWriteArrayList<>();

    NotificationTimer(NotificationDispatcher dispatcher, NotificationUpkeep upkeep, NotificationSettings settings) {
        this.dispatcher = dispatcher;
        this.upkeep = upkeep;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (dispatcher.targets().isEmpty()) {
            return;
        }
        for (NotificationTarget target : dispatcher.targets()) {
            repeat(settings.interval(), target.label(), () -> dispatcher.run(target));
        }
        repeat(UPKEEP, "upkeep", upkeep::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(Cancellable::cancel);
    }

    private void repeat(Duration interval, String name, Supplier<Uni<Void>> work) {
        running.add(Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> run(name, work))
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "Notifications stopped: %s", name)));
    }

    /** A failure waits for the next turn: what was not done is still due. */
    private static Uni<Void> run(String name, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Notifications wait: %s, %s", name, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
