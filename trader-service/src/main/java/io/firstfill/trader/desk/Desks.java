package io.firstfill.trader.desk;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.LeaseRenewer;
import io.firstfill.service.kafka.Outbox;
import io.firstfill.trader.TraderSettings;
import io.firstfill.trader.alert.AlertBoard;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.order.Hops;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Gives every environment its desk. When partitions change hands all desks are closed and new ones are built from the
 * past, so nothing of a former life acts on.
 */
@ApplicationScoped
class Desks implements InboxHandler {
    private static final Logger LOG = Logger.getLogger(Desks.class);

    private final Environments environments;
    private final Accounts accounts;
    private final Keyring keyring;
    private final Outbox outbox;
    private final LeaseRenewer membership;
    private final Mandate mandate;
    private final TraderSettings settings;
    private final InstantSource clock;
    private final Hops hops;
    private final MessageCodec codec;
    private final Map<EnvironmentId, Desk> desks = new ConcurrentHashMap<>();
    private final List<Rehearsal> rehearsals = new CopyOnWriteArrayList<>();

    Desks(
            Environments environments,
            Accounts accounts,
            Keyring keyring,
            Outbox outbox,
            LeaseRenewer membership,
            TraderSettings settings,
            InstantSource clock,
            MessageCodec codec,
            MeterRegistry metrics) {
        this.environments = environments;
        this.accounts = accounts;
        this.keyring = keyring;
        this.outbox = outbox;
        this.membership = membership;
        this.mandate = new Mandate(membership.instance(), membership::holds);
        this.settings = settings;
        this.clock = clock;
        this.codec = codec;
        this.hops = new Hops(metrics);
    }

    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Lookbacks.ALL;
    }

    @Override
    public void replaced() {
        desks.values().forEach(Desk::replaced);
    }

    @Override
    public void reset() {
        closeAll();
        environments.all().forEach((id, target) -> desks.put(id, desk(id, target)));
    }

    @Override
    public void replayed(Message message) {
        Desk desk = desks.get(message.environment());
        if (desk != null) {
            desk.replayed(message);
        }
    }

    /** Waits a bounded time: an exchange that does not answer must not keep stops from being read. */
    @Override
    public void opened() {
        outbox.prepare(List.of(Family.ORDERS, Family.RUNS, Family.CREDENTIALS, Family.ALERTS));
        CompletableFuture<?>[] opening = desks.entrySet().stream()
                .map(desk -> open(desk.getKey(), desk.getValue()))
                .toArray(CompletableFuture<?>[]::new);
        membership.await(CompletableFuture.allOf(opening)
                .completeOnTimeout(null, settings.recoveryLimit().toMillis(), TimeUnit.MILLISECONDS));
        LOG.infof("Opened %d desks", desks.size());
    }

    /** Pushes are for a desk that knows its orders. */
    private CompletableFuture<?> open(EnvironmentId id, Desk desk) {
        return desk.open().thenRun(() -> accounts.of(id).pushes().follow(desk.pushes()));
    }

    /** Never waits for a desk: a stop must not stand behind an order's answer. */
    @Override
    public Uni<Void> received(Message message) {
        Desk desk = desks.get(message.environment());
        if (desk != null) {
            desk.received(message, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return Uni.createFrom().voidItem();
    }

    @PreDestroy
    void closeAll() {
        desks.values().forEach(Desk::close);
        desks.clear();
        rehearsals.forEach(Rehearsal::close);
        rehearsals.clear();
    }

    private Desk desk(EnvironmentId id, Target target) {
        DeskThread thread = new DeskThread("desk-" + id);
        Journal journal = new Journal(outbox::publish, thread, mandate);
        // An alert says nothing of an order, and people must hear it from one who may not act.
        AlertBoard alerts = new AlertBoard(id, clock, new Journal(outbox::publish, thread, Mandate.ALWAYS)::tell);
        Accounts.Access access = accounts.of(id);
        DeskParts parts = new DeskParts(
                id, new DeskState(), thread, journal, alerts, mandate, access.venue(), settings, clock, hops);
        String path = target.vaultPath().orElse("firstfill/" + id);
        Rehearsal rehearsal =
                new Rehearsal(parts, codec, stage -> new Desk(stage, keyring, access.keys(), path, rounds -> {}));
        rehearsals.add(rehearsal);
        return new Desk(parts, keyring, access.keys(), path, rehearsal::play);
    }
}
