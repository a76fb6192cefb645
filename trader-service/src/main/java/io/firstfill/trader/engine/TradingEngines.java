package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.LeaseRenewer;
import io.firstfill.service.kafka.Outbox;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.ThreadEventLoop;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.schedule.SpinningThread;
import io.firstfill.trader.warmup.WarmUp;
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
 * Keeps one trading engine for each environment. When partitions change hands all engines are closed and new ones are
 * built from the past, so that nothing of an earlier assignment acts on.
 */
@ApplicationScoped
class TradingEngines implements InboxHandler {
    private static final Logger LOG = Logger.getLogger(TradingEngines.class);

    private final Environments environments;
    private final ExchangeAccounts accounts;
    private final Keyring keyring;
    private final Outbox outbox;
    private final LeaseRenewer leases;
    private final EngineSettings settings;
    private final InstantSource clock;
    private final OrderMetrics metrics;
    private final MessageCodec codec;
    private final Map<EnvironmentId, TradingEngine> engines = new ConcurrentHashMap<>();
    private final List<WarmUp> warmUps = new CopyOnWriteArrayList<>();

    TradingEngines(
            Environments environments,
            ExchangeAccounts accounts,
            Keyring keyring,
            Outbox outbox,
            LeaseRenewer leases,
            EngineSettings settings,
            InstantSource clock,
            MessageCodec codec,
            MeterRegistry metrics) {
        this.environments = environments;
        this.accounts = accounts;
        this.keyring = keyring;
        this.outbox = outbox;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.codec = codec;
        this.metrics = new OrderMetrics(metrics);
    }

    @Override
    public Map<String, Optional<Duration>> lookback() {
        return ReplayWindows.ALL;
    }

    @Override
    public void replaced() {
        engines.values().forEach(TradingEngine::replaced);
    }

    @Override
    public void reset() {
        closeAll();
        environments.all().forEach((id, target) -> engines.put(id, engine(id, target)));
    }

    @Override
    public void replayed(Message message) {
        TradingEngine engine = engines.get(message.environment());
        if (engine != null) {
            engine.replayed(message);
        }
    }

    /** Waits a bounded time: an exchange that does not answer must not keep stops from being read. */
    @Override
    public void opened() {
        outbox.prepare(List.of(Family.ORDERS, Family.RUNS, Family.CREDENTIALS, Family.ALERTS, Family.ORDER_MEMORY));
        CompletableFuture<?>[] opening = engines.entrySet().stream()
                .map(engine -> open(engine.getKey(), engine.getValue()))
                .toArray(CompletableFuture<?>[]::new);
        leases.await(CompletableFuture.allOf(opening)
                .completeOnTimeout(null, settings.recovery().limit().toMillis(), TimeUnit.MILLISECONDS));
        LOG.infof("Opened %d trading engines", engines.size());
    }

    /** The private stream is followed once the engine knows its orders. */
    private CompletableFuture<?> open(EnvironmentId id, TradingEngine engine) {
        return engine.open().thenRun(() -> accounts.of(id).pushes().follow(engine.pushes()));
    }

    /** Never waits for an engine: a stop must not wait behind the answer to an order. */
    @Override
    public Uni<Void> received(Message message) {
        TradingEngine engine = engines.get(message.environment());
        if (engine != null) {
            engine.received(message, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return Uni.createFrom().voidItem();
    }

    @PreDestroy
    void closeAll() {
        engines.values().forEach(TradingEngine::close);
        engines.clear();
        warmUps.forEach(WarmUp::close);
        warmUps.clear();
    }

    private TradingEngine engine(EnvironmentId id, Target target) {
        EnginePorts ports = new EnginePorts(
                id,
                new ThreadEventLoop("engine-" + id, clock),
                new SpinningThread(clock),
                outbox::publish,
                new OutboxMemory(id, outbox),
                new TradingLease(leases.instance(), leases::holds),
                accounts.of(id),
                keyring,
                target.vaultPath().orElse("firstfill/" + id),
                metrics);
        EventLoop warmUpLoop = new ThreadEventLoop("warm-up-" + id, clock);
        WarmUp warmUp = new WarmUp(
                id,
                accounts.of(id).venue(),
                warmUpLoop,
                codec,
                () -> ThrowawayEngine.of(ports, settings, warmUpLoop, codec));
        warmUps.add(warmUp);
        return new TradingEngine(ports, settings, warmUp::run);
    }
}
