package io.firstfill.trader.desk;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.trader.alert.AlertBoard;
import io.firstfill.trader.order.Hops;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays whole buys on a desk of the same make, so that the first real one meets loaded and compiled code and open
 * connections. Its journal writes to nobody and its exchange is {@link RehearsalVenue}; only test orders leave.
 */
final class Rehearsal {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(10);
    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(3);
    private static final int ROUNDS_A_TEST = 30;
    /** Far enough for the bell, and nearer than a play lasts. */
    private static final Duration OPENING = Duration.ofMillis(800);

    private static final int OPENINGS = 2;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Amount AMOUNT = Amount.of("1");

    private final DeskParts real;
    private final MessageCodec codec;
    private final Function<DeskParts, Desk> make;
    private final DeskThread thread;

    Rehearsal(DeskParts real, MessageCodec codec, Function<DeskParts, Desk> make) {
        this.real = real;
        this.codec = codec;
        this.make = make;
        this.thread = new DeskThread("rehearsal-" + real.environment());
    }

    /** Returns at once. Every play has a stage of its own, so that nothing is remembered. */
    void play(int rounds) {
        for (int test = 0; test <= rounds / ROUNDS_A_TEST; test++) {
            thread.after(BETWEEN_TESTS.multipliedBy(test), real.venue()::warmUp);
        }
        thread.execute(() -> {
            RunId run = RunId.of(UUID.randomUUID().toString());
            Desk stage = stage(run);
            for (int round = 0; round < rounds; round++) {
                Pair pair = Pair.of("NEW" + round + "/USDT");
                thread.after(BETWEEN_ROUNDS.multipliedBy(round), () -> buy(stage, run, pair, null));
            }
            for (int round = 0; round < OPENINGS; round++) {
                Pair pair = Pair.of("OPENS" + round + "/USDT");
                buy(stage, run, pair, real.venue().exchangeTime().plus(OPENING));
            }
        });
    }

    void close() {
        thread.close();
    }

    private Desk stage(RunId run) {
        DeskState state = new DeskState();
        state.credentialValid(true);
        Journal nobody = new Journal(this::written, thread, Mandate.ALWAYS);
        DeskParts parts = new DeskParts(
                real.environment(),
                state,
                thread,
                nobody,
                new AlertBoard(real.environment(), real.clock(), nobody::tell),
                Mandate.ALWAYS,
                new RehearsalVenue(real.venue()),
                real.settings(),
                real.clock(),
                new Hops(new SimpleMeterRegistry()));
        Desk stage = make.apply(parts);
        stage.openWithoutPast();
        Actor actor = Actor.system("rehearsal");
        hand(stage, new TradingStateChanged(meta(), real.environment(), TradingState.ACTIVE, "rehearsal", actor));
        ConfigurationRef reference = new ConfigurationRef(ConfigurationId.derivedFrom("rehearsal"), 1);
        hand(stage, new RunStarted(meta(), real.environment(), run, reference, configuration(), actor));
        return stage;
    }

    /** @param pair another each time: a run buys each but once */
    private void buy(Desk stage, RunId run, Pair pair, @Nullable Instant opening) {
        Instant now = real.now();
        PermitId permit = PermitId.of(UUID.randomUUID().toString());
        hand(stage, new PermitGranted(meta(), real.environment(), run, permit, AMOUNT, now.plus(Duration.ofHours(1))));
        hand(
                stage,
                new ListingSignal(
                        meta(),
                        real.environment(),
                        ListingId.derivedFrom(permit),
                        pair,
                        run,
                        ListingSource.CALENDAR,
                        Confidence.CONFIRMED,
                        opening,
                        now,
                        (opening == null ? now : opening).plus(LONG)));
    }

    /** As it would come from its topic. */
    private void hand(Desk stage, Message message) {
        try {
            stage.received(codec.read(Family.of(message).topic(), codec.write(message)), real.now());
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<Void> written(Message fact) {
        codec.write(fact);
        return Uni.createFrom().voidItem();
    }

    private Meta meta() {
        return Meta.first(MessageId.of(UUID.randomUUID().toString()), real.now());
    }

    private static Configuration configuration() {
        return new Configuration(
                "rehearsal",
                AMOUNT,
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                LONG,
                LONG,
                LONG,
                new Caps(1, AMOUNT, 1),
                new SafetySwitches(true, true, false));
    }
}
