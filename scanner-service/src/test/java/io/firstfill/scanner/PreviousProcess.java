package io.firstfill.scanner;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.SimulatorControl;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records that a scanner left on the topics when it ended ten minutes ago, with a run active and one listing
 * signalled; and a simulated exchange on which a pair has opened since.
 */
public final class PreviousProcess implements QuarkusTestResourceLifecycleManager {
    static final Pair AWAITED = Pair.of("NEWT/USDT");
    static final Pair MISSED = Pair.of("GAP/USDT");
    /** Announced by a person while no scanner ran, nearly as long ago as one may be away. */
    static final Pair BY_HAND = Pair.of("HAND/USDT");

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
        Instant end = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        Instant opening = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        try (SimulatorControl exchange = new SimulatorControl(SimulatorResource.control(started));
                ScannerTopics topics = new ScannerTopics()) {
            exchange.surprise(MISSED.base().code());
            exchange.schedule(AWAITED.base().code(), opening);
            topics.send(Messages.started(Messages.configuration(), end.minusSeconds(60)));
            sendListing(topics, opening, end.minusSeconds(30));
            Instant during = Instant.now().minus(Topics.LONGEST_OUTAGE).plus(Duration.ofHours(1));
            topics.send(Messages.announce(BY_HAND.toString(), opening, during), during);
            topics.send(Messages.baseline(end, "BTCUSDT", "ETHUSDT", "MXUSDT", "SOLUSDT", "MXUSDC"));
        }
        return SimulatorResource.settings(started);
    }

    private static void sendListing(ScannerTopics topics, Instant opening, Instant at) {
        ListingId id = ListingId.derivedFrom(Messages.PAPER, AWAITED, opening, 0);
        Meta meta = Meta.first(MessageId.derivedFrom("ListingAnnounced", id), at);
        topics.send(new ListingAnnounced(meta, Messages.PAPER, id, AWAITED, opening, ListingSource.CALENDAR, at));
        topics.send(new ListingSignal(
                meta.next(MessageId.derivedFrom("ListingSignal", Messages.RUN, id), at),
                Messages.PAPER,
                id,
                AWAITED,
                Messages.RUN,
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
