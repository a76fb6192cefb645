package io.firstfill.scanner;

import io.firstfill.contract.Meta;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.watch.Scene;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner left on the topics when it went down ten minutes ago, with a run active and one listing signalled; and
 * an exchange on which a pair has opened since.
 */
public final class EarlierLife implements QuarkusTestResourceLifecycleManager {
    static final Pair AWAITED = Pair.of("NEWT/USDT");
    static final Pair MISSED = Pair.of("GAP/USDT");

    private @Nullable Simulator simulator;

    /** After the broker. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Simulator started = Simulator.start(SimulatorOptions.ephemeral());
        simulator = started;
        Instant down = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        Instant opening = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        try (ExchangeControl exchange = new ExchangeControl(SimulatorResource.control(started));
                Topic topic = new Topic()) {
            exchange.surprise(MISSED.base().code());
            exchange.schedule(AWAITED.base().code(), opening);
            topic.say(Scene.started(Scene.configuration(), down.minusSeconds(60)));
            signalled(topic, opening, down.minusSeconds(30));
            topic.say(Scene.baseline(down, "BTCUSDT", "ETHUSDT", "MXUSDT", "SOLUSDT", "MXUSDC"));
        }
        return SimulatorResource.settings(started);
    }

    private static void signalled(Topic topic, Instant opening, Instant at) {
        ListingId id = ListingId.derivedFrom(Scene.PAPER, AWAITED, opening, 0);
        Meta meta = Meta.first(MessageId.derivedFrom("ListingAnnounced", id), at);
        topic.say(new ListingAnnounced(meta, Scene.PAPER, id, AWAITED, opening, ListingSource.CALENDAR, at));
        topic.say(new ListingSignal(
                meta.next(MessageId.derivedFrom("ListingSignal", Scene.RUN, id), at),
                Scene.PAPER,
                id,
                AWAITED,
                Scene.RUN,
                ListingSource.CALENDAR,
                Confidence.ANNOUNCED,
                opening,
                at,
                opening.plusSeconds(3)));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
