package io.firstfill.control.web;

import io.firstfill.control.ControlSettings;
import io.firstfill.control.readiness.LedgerWatch;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refreshes what is known about the ledger at every interval, from the start of the service on. */
@Startup
@ApplicationScoped
class LedgerPoller {
    private static final Logger LOG = Logger.getLogger(LedgerPoller.class);

    private final LedgerWatch watch;
    private final ControlSettings settings;
    private @Nullable Cancellable polling;

    LedgerPoller(LedgerWatch watch, ControlSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    /** Drops the ticks that come while a query is under way. */
    @PostConstruct
    void start() {
        polling = Multi.createFrom()
                .ticks()
                .every(settings.ledgerInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> watch.refresh())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Polling of the ledger stopped", failure));
    }

    @PreDestroy
    void stop() {
        Cancellable running = polling;
        if (running != null) {
            running.cancel();
        }
    }
}
