package io.firstfill.trader.warmup;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends whole buys through a throwaway engine of the same make, so that the first real buy meets loaded and compiled
 * code and open connections. The events of that engine are written to nobody and its exchange is a {@link WarmUpVenue}:
 * only test orders leave.
 */
public final class WarmUp {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(10);
    private static final Duration BETWEEN_TEST_ORDERS = Duration.ofSeconds(3);
    private static final int ROUNDS_A_TEST_ORDER = 30;
    /** Far enough ahead for the opening timer, and nearer than a warm-up lasts. */
    private static final Duration OPENING = Duration.ofMillis(800);

    private static final int OPENINGS = 2;
    /** The opening and its probes. */
    private static final Duration OPENED = OPENING.plusMillis(400);

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Amount AMOUNT = Amount.of("1");

    private final EnvironmentId environment;
    private final Venue venue;
    private final EventLoop loop;
    private final MessageCodec codec;
    private final Supplier<Target> newTarget;
    private final Progress progress;

    /** Learns what became of the warm-ups of an environment. From any thread. */
    public interface Progress {
        /** All buys of a run have been sent. */
        void over();

        /** There is no key to sign with. */
        void impossible();
    }

    /** The throwaway engine: receives messages as a real engine does, and decides at once, because it has no past. */
    public interface Target {
        void received(Message message, Instant at);
    }

    /**
     * @param venue the real exchange, for test orders
     * @param loop of its own: a warm-up must not keep a real event loop busy
     * @param newTarget makes a throwaway engine that runs on that loop
     */
    public WarmUp(
            EnvironmentId environment,
            Venue venue,
            EventLoop loop,
            MessageCodec codec,
            Supplier<Target> newTarget,
            Progress progress) {
        this.progress = progress;
        this.environment = environment;
        this.venue = venue;
        this.loop = loop;
        this.codec = codec;
        this.newTarget = newTarget;
    }

    /** Starts that many buys of surprises, and two of scheduled listings; none where no warm-up is possible. */
    public void run(int rounds) {
        if (rounds == 0) {
            progress.impossible();
            return;
        }
        loop.after(lasts(rounds), progress::over);
        for (int test = 0; test <= rounds / ROUNDS_A_TEST_ORDER; test++) {
            loop.after(BETWEEN_TEST_ORDERS.multipliedBy(test), venue::warmUp);
        }
        loop.execute(() -> {
            RunId run = RunId.of(UUID.randomUUID().toString());
            Target target = started(run);
            for (int round = 0; round < rounds; round++) {
                Pair pair = Pair.of("NEW" + round + "/USDT");
                loop.after(BETWEEN_ROUNDS.multipliedBy(round), () -> buy(target, run, pair, null));
            }
            for (int round = 0; round < OPENINGS; round++) {
                Pair pair = Pair.of("OPENS" + round + "/USDT");
                buy(target, run, pair, venue.exchangeTime().plus(OPENING));
            }
        });
    }

    private static Duration lasts(int rounds) {
        Duration surprises = BETWEEN_ROUNDS.multipliedBy(rounds);
        return surprises.compareTo(OPENED) > 0 ? surprises : OPENED;
    }

    public void close() {
        loop.close();
    }

    private Target started(RunId run) {
        Target target = newTarget.get();
        Actor actor = Actor.system("warm-up");
        hand(target, new TradingStateChanged(meta(), environment, TradingState.ACTIVE, "warm-up", actor));
        ConfigurationRef reference = new ConfigurationRef(ConfigurationId.derivedFrom("warm-up"), 1);
        hand(target, new RunStarted(meta(), environment, run, reference, configuration(), actor));
        return target;
    }

    /** @param pair another one each time: a run buys each pair but once */
    private void buy(Target target, RunId run, Pair pair, @Nullable Instant opening) {
        Instant now = loop.now();
        PermitId permit = PermitId.of(UUID.randomUUID().toString());
        hand(target, new PermitGranted(meta(), environment, run, permit, AMOUNT, now.plus(Duration.ofHours(1))));
        hand(
                target,
                new ListingSignal(
                        meta(),
                        environment,
                        ListingId.derivedFrom(permit),
                        pair,
                        run,
                        ListingSource.CALENDAR,
                        Confidence.CONFIRMED,
                        opening,
                        now,
                        (opening == null ? now : opening).plus(LONG)));
    }

    /** Through the codec, as the message would come from its topic. */
    private void hand(Target target, Message message) {
        try {
            target.received(codec.read(Family.of(message).topic(), codec.write(message)), loop.now());
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Meta meta() {
        return Meta.first(MessageId.of(UUID.randomUUID().toString()), loop.now());
    }

    private static Configuration configuration() {
        return new Configuration(
                "warm-up",
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
