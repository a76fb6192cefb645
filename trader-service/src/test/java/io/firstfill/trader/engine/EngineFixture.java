package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.memory.PositionRemembered;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.fixture.AlertIdentities;
import io.firstfill.trader.fixture.FakeBalances;
import io.firstfill.trader.fixture.FakeQuotes;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.OrderMetrics;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.warmup.WarmUp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one real engine on virtual time, with an exchange, a vault and topics in memory. */
public final class EngineFixture implements AutoCloseable {
    /** Longer than any time-out or retry of the engine. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    public final VirtualTime time;
    public final FakeExchange exchange;
    public final List<Message> published = new ArrayList<>();
    final List<MexcCredentials> used = new ArrayList<>();
    final List<Integer> warmUps = new ArrayList<>();
    final EventLoop loop;
    final TradingEngine engine;
    public KeyReading reading = new KeyReading.Present(1, new MexcCredentials("mx0-one", "secret-one"), null);
    public Uni<KeyCheck> verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT")));

    @Nullable Set<String> keySymbols;

    public final FakeBalances balances = new FakeBalances();
    public final FakeQuotes quotes;
    /** Appends an event to its topic; a test may delay the acknowledgement or withhold it. */
    public Function<Message, Uni<Void>> topic = event -> Uni.createFrom().voidItem();

    public final Map<ClientOrderId, OrderRemembered> memory = new LinkedHashMap<>();
    /** Writes or removes a record of the order memory; a test may delay the acknowledgement or withhold it. */
    public Function<Runnable, Uni<Void>> memoryTopic = append -> {
        append.run();
        return Uni.createFrom().voidItem();
    };

    public final Map<PositionId, PositionRemembered> positions = new LinkedHashMap<>();

    /** How the record of an order in the order memory fails. */
    public final Map<ClientOrderId, Throwable> memoryFailures = new HashMap<>();
    /** Whether the engine holds the trading lease, so that no other trader may act. */
    public boolean leaseHeld = true;
    /** Completes when the engine has been handed every record that was on the topics. */
    public CompletableFuture<Void> caughtUp = CompletableFuture.completedFuture(null);
    /** What the exchange's last answer of each endpoint lacked. */
    public final Map<String, String> leftOut = new HashMap<>();

    private CompletableFuture<Void> opened = new CompletableFuture<>();
    private final EnginePorts ports;
    private final EngineSettings settings;

    public EngineFixture() {
        this(Map.of());
    }

    /** @param values settings that differ from the defaults */
    public EngineFixture(Map<String, String> values) {
        this(values, new VirtualTime());
    }

    private EngineFixture(Map<String, String> values, VirtualTime time) {
        this(values, time, new FakeExchange(time));
    }

    /** Creates an engine that succeeds another engine on the same exchange. */
    public EngineFixture(Map<String, String> values, VirtualTime time, FakeExchange exchange) {
        this.time = time;
        this.exchange = exchange;
        this.loop = time.newLoop();
        this.quotes = new FakeQuotes(time);
        this.settings = Settings.of(values);
        this.ports = new EnginePorts(
                Messages.PAPER,
                loop,
                (at, isWanted, action) -> time.at(at, action),
                this::publish,
                new FakeMemory(this),
                new FakeMemory(this),
                quotes,
                () -> true,
                new TradingLease("trader under test", () -> leaseHeld),
                new ExchangeAccounts.Access(exchange, exchange.sells, new Keys(), PushFeed.NONE, () -> Map.copyOf(leftOut)),
                path -> Uni.createFrom().item(reading),
                "firstfill/paper",
                new OrderMetrics(new SimpleMeterRegistry()),
                () -> caughtUp);
        this.engine = new TradingEngine(ports, settings, warmUps::add);
    }

    /** Returns a warm-up of this engine, on an event loop of its own. */
    WarmUp warmUp(WarmUp.Progress progress) {
        EventLoop own = time.newLoop();
        MessageCodec codec = MessageCodec.standard();
        Supplier<WarmUp.Target> engines = () -> ThrowawayEngine.of(ports, settings, own, codec);
        return new WarmUp(Messages.PAPER, exchange, own, codec, engines, progress);
    }

    /** Replays messages that were on the topics before the engine started. */
    public EngineFixture past(Message... messages) {
        List.of(messages).forEach(engine::replayed);
        return this;
    }

    /** Begins to open the engine, and runs what is due: messages may come while it recovers. */
    public void beginOpening() {
        opened = engine.open();
        time.runDue();
    }

    /** Opens the engine, and lets time pass until recovery has ended. */
    public EngineFixture open() {
        opened = engine.open();
        assertThat(time.runUntil(opened::isDone, LIMIT)).as("opened").isTrue();
        return this;
    }

    /** Whether the engine trades: pushes of the private stream come from then on. */
    public boolean isOpen() {
        return opened.isDone();
    }

    /** Delivers messages live, in their order, and runs what they make due. */
    public void receive(Message... messages) {
        List.of(messages).forEach(message -> engine.received(message, time.now()));
        time.runDue();
    }

    /** A record of the environment cannot be processed; before or after {@link #open}. */
    public void unprocessable(RecordPlace place) {
        engine.unprocessable(place);
    }

    /** Delivers a message live, from its place. */
    public void receive(RecordPlace place, Message message) {
        engine.received(message, time.now(), place);
        time.runDue();
    }

    public PushFeed.Listener pushes() {
        return engine.pushes();
    }

    public Instant now() {
        return time.now();
    }

    /** Returns the published events of the type, in order. */
    public <E extends Message> List<E> published(Class<E> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Lets time pass until the first event of the type is published, and returns it. */
    public <E extends Message> E awaitOne(Class<E> type) {
        await(() -> !published(type).isEmpty(), type.getSimpleName());
        return published(type).getFirst();
    }

    /** Lets time pass until the alert is cleared. */
    public void awaitCleared(AlertKind kind) {
        await(
                () -> published(AlertCleared.class).stream().anyMatch(cleared -> cleared.kind() == kind),
                kind + " cleared");
    }

    /** Lets time pass until the condition holds, and runs whatever is due at that moment. */
    public void await(BooleanSupplier condition, String description) {
        assertThat(time.runUntil(condition, LIMIT)).as(description).isTrue();
        time.runDue();
    }

    @Override
    public void close() {
        engine.close();
        assertThat(AlertIdentities.clashes(published(AlertEvent.class)))
                .as("open alerts that are one at contract level 1")
                .isEmpty();
    }

    private Uni<Void> publish(Message event) {
        return topic.apply(event).invoke(() -> published.add(event));
    }

    private final class Keys implements KeyHolder {
        @Override
        public void use(MexcCredentials credentials) {
            used.add(credentials);
            exchange.key = credentials;
        }

        @Override
        public Uni<KeyCheck> check(MexcCredentials candidate) {
            return verdict;
        }

        @Override
        public Uni<Optional<Set<String>>> symbols() {
            return Uni.createFrom().item(Optional.ofNullable(keySymbols));
        }

        @Override
        public Uni<Optional<AccountBalances>> balances() {
            return balances.asked(time.now());
        }
    }
}
