package io.firstfill.trader.desk;

import io.firstfill.trader.state.EngineState;

import io.firstfill.trader.lease.TradingLease;

import io.firstfill.trader.loop.ThreadEventLoop;

import io.firstfill.trader.engine.TradingEngine;

import io.firstfill.trader.state.EventOutbox;

import io.firstfill.trader.engine.EngineParts;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.TraderSettings;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.order.OrderMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One real desk between an exchange, a vault and topics that live in memory. */
final class DeskStage implements AutoCloseable {
    static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final List<Message> told = new CopyOnWriteArrayList<>();
    final StageVenue venue;
    final List<MexcCredentials> used = new CopyOnWriteArrayList<>();
    volatile KeyReading reading = new KeyReading.Present(1, new MexcCredentials("mx0-one", "secret-one"), null);
    volatile Uni<KeyCheck> verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT")));
    volatile @Nullable Set<String> keySymbols;
    /** What becomes of a fact on its way to the topic. */
    volatile Function<Message, Uni<Void>> topic = fact -> Uni.createFrom().voidItem();

    /** Whether no other trader may act. */
    volatile boolean mandated = true;

    final EngineParts parts;
    final TradingEngine desk;

    DeskStage(Map<String, String> settings) {
        this(settings, new StageVenue());
    }

    DeskStage(Map<String, String> settings, StageVenue venue) {
        this.venue = venue;
        ThreadEventLoop thread = new ThreadEventLoop("stage");
        TradingLease mandate = new TradingLease("stage", () -> mandated);
        EventOutbox journal = new EventOutbox(this::publish, thread, mandate);
        EventOutbox alerts = new EventOutbox(this::publish, thread, TradingLease.ALWAYS);
        InstantSource clock = InstantSource.system();
        parts = new EngineParts(
                PAPER,
                new EngineState(),
                thread,
                journal,
                new Alerts(PAPER, clock, alerts::tell),
                mandate,
                venue,
                settings(settings),
                clock,
                new OrderMetrics(new SimpleMeterRegistry()));
        desk = another(parts);
    }

    /** With the same vault and key. */
    TradingEngine another(EngineParts of) {
        return new TradingEngine(of, path -> Uni.createFrom().item(reading), new Keys(), "firstfill/paper", plays -> {});
    }

    DeskStage past(Message... messages) {
        List.of(messages).forEach(desk::replayed);
        return this;
    }

    DeskStage open() {
        desk.open()
                .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        return this;
    }

    void receive(Message... messages) {
        List.of(messages).forEach(message -> desk.received(message, parts.now()));
        settle();
    }

    /** Returns when the desk has done all it had to do at once. */
    void settle() {
        java.util.concurrent.CompletableFuture<Boolean> idle = new java.util.concurrent.CompletableFuture<>();
        parts.thread().execute(() -> idle.complete(true));
        idle.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    <E extends Message> List<E> told(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends Message> E awaitOne(Class<E> type) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> told(type), found -> !found.isEmpty())
                .getFirst();
    }

    static void waitUntil(Instant time) {
        await().atMost(PATIENCE.plus(PATIENCE)).until(() -> Instant.now().isAfter(time));
    }

    @Override
    public void close() {
        desk.close();
    }

    private Uni<Void> publish(Message fact) {
        return topic.apply(fact).invoke(() -> told.add(fact));
    }

    private static TraderSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(TraderSettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(TraderSettings.class);
    }

    private final class Keys implements KeyHolder {
        @Override
        public void use(MexcCredentials credentials) {
            used.add(credentials);
        }

        @Override
        public Uni<KeyCheck> check(MexcCredentials candidate) {
            return verdict;
        }

        @Override
        public Uni<Optional<Set<String>>> symbols() {
            return Uni.createFrom().item(Optional.ofNullable(keySymbols));
        }
    }
}
