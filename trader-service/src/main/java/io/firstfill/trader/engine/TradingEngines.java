package io.firstfill.trader.engine;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.AssignedEnvironments;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.LeaseRenewer;
import io.firstfill.service.kafka.Outbox;
import io.firstfill.service.kafka.UnprocessableRecord;
import io.firstfill.service.kafka.progress.CatchUp;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.firing.SpinningThread;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.ThreadEventLoop;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.warmup.WarmUp;
import io.firstfill.trader.warmup.WarmUpState;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Keeps one trading engine for each environment that this instance is assigned. When partitions change hands all
 * engines are closed and new ones are built from the past, so that nothing of an earlier assignment acts on.
 */
@ApplicationScoped
class TradingEngines implements InboxHandler {
    private static final Logger LOG = Logger.getLogger(TradingEngines.class);

    private final Environments environments;
    private final ExchangeAccounts accounts;
    private final Keyring keyring;
    private final Outbox outbox;
    private final LeaseRenewer leases;
    private final CatchUp catchUp;
    private final EngineSettings settings;
    private final InstantSource clock;
    private final OrderMetrics metrics;
    private final MessageCodec codec;
    private final WarmUpState warmUpState;
    private final Map<EnvironmentId, TradingEngine> engines = new ConcurrentHashMap<>();
    private volatile AssignedEnvironments assigned = AssignedEnvironments.NONE;
    private final List<WarmUp> warmUps = new CopyOnWriteArrayList<>();

    TradingEngines(
            Environments environments,
            ExchangeAccounts accounts,
            Keyring keyring,
            Outbox outbox,
            LeaseRenewer leases,
            CatchUp catchUp,
            EngineSettings settings,
            InstantSource clock,
            MessageCodec codec,
            WarmUpState warmUpState,
            MeterRegistry metrics) {
        this.warmUpState = warmUpState;
        this.environments = environments;
        this.accounts = accounts;
        this.keyring = keyring;
        this.outbox = outbox;
        this.leases = leases;
        this.catchUp = catchUp;
        this.settings = settings;
        this.clock = clock;
        this.codec = codec;
        this.metrics = new OrderMetrics(metrics).registered();
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
    public void assigned(AssignedEnvironments now) {
        assigned = now;
    }

    /** An environment whose engine cannot be made must not keep the others from trading. */
    @Override
    public void reset() {
        closeAll();
        environments.all().forEach((id, target) -> {
            if (assigned.contains(id)) {
                try {
                    engines.put(id, engine(id, target));
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Trading engine not made: environment=%s", id);
                }
            }
        });
    }

    @Override
    public void replayed(Message message) {
        expectOpening(message);
        TradingEngine engine = engines.get(message.environment());
        if (engine != null) {
            engine.replayed(message);
        }
    }

    /** Waits for no engine: stops are read while the past is being recovered. */
    @Override
    public void opened() {
        outbox.prepare(List.of(
                Family.ORDERS,
                Family.EXITS,
                Family.RUNS,
                Family.CREDENTIALS,
                Family.ALERTS,
                Family.ORDER_MEMORY,
                Family.BALANCES,
                Family.MARKS));
        warmUpState.awaits(engines.keySet());
        engines.forEach(this::open);
        LOG.infof("Opened %d trading engines", engines.size());
    }

    /** The private stream is followed once the engine knows its orders. */
    private void open(EnvironmentId id, TradingEngine engine) {
        var _ = engine.open().thenRun(() -> accounts.of(id).pushes().follow(engine.pushes()));
    }

    /** Never waits for an engine: a stop must not wait behind the answer to an order. */
    @Override
    public Uni<Void> received(Message message, RecordPlace place) {
        expectOpening(message);
        TradingEngine engine = engines.get(message.environment());
        if (engine != null) {
            engine.received(message, clock.instant().truncatedTo(ChronoUnit.MICROS), place);
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> received(Message message) {
        throw new UnsupportedOperationException("A message without its place");
    }

    private void expectOpening(Message message) {
        Instant opening =
                switch (message) {
                    case ListingAnnounced announced -> announced.openingTime();
                    case ListingRescheduled moved -> moved.openingTime();
                    default -> null;
                };
        if (opening != null) {
            accounts.expect(message.environment(), opening);
        }
    }

    /** Halts the environments that the record may concern, and no other. */
    @Override
    public void unprocessable(UnprocessableRecord record) {
        engines.forEach((id, engine) -> {
            if (record.concerns(id) && assigned.isAt(id, record.place())) {
                engine.unprocessable(record.place());
            }
        });
    }

    @PreDestroy
    void closeAll() {
        engines.values().forEach(TradingEngine::close);
        engines.clear();
        warmUps.forEach(WarmUp::close);
        warmUps.clear();
    }

    /** Balances and marks are not reported while a reader of the deployment may not know the report. */
    private Uni<Void> publish(Message message) {
        boolean report = message instanceof BalancesReported || message instanceof PositionsMarked;
        return report && !codec.mayWrite(message.getClass())
                ? Uni.createFrom().voidItem()
                : outbox.publish(message);
    }

    private TradingEngine engine(EnvironmentId id, Target target) {
        OutboxMemory memory = new OutboxMemory(id, outbox);
        EnginePorts ports = new EnginePorts(
                id,
                new ThreadEventLoop("engine-" + id, clock),
                new SpinningThread(clock),
                this::publish,
                memory,
                memory,
                accounts.quotes(id),
                () -> codec.mayWrite(ExitTriggered.class),
                new TradingLease(leases.instance(), leases::holds),
                accounts.of(id),
                keyring,
                target.vaultPath().orElse("firstfill/" + id),
                metrics,
                catchUp::reached);
        EventLoop warmUpLoop = new ThreadEventLoop("warm-up-" + id, clock);
        WarmUp warmUp = new WarmUp(
                id,
                accounts.of(id).venue(),
                warmUpLoop,
                codec,
                () -> ThrowawayEngine.of(ports, settings, warmUpLoop, codec),
                warmUpState.of(id));
        warmUps.add(warmUp);
        return new TradingEngine(ports, settings, warmUp::run);
    }
}
