package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.id.RunId;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Plays detections on a watch of its own, from the bytes of an answer to the bytes of the signal, so that the first real
 * one meets loaded and compiled code. Nothing is asked and nothing is told.
 */
final class WarmUp {
    /** Fewer than the exchange has: many short rounds compile more than few long ones. */
    private static final int PAIRS = 250;

    private static final int MARKET = 50;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Amount AMOUNT = Amount.of("1");
    private static final EnvironmentId NOWHERE = EnvironmentId.of("rehearsal");

    private final ScannerSettings settings;
    private final WarmUpResponses script;
    private final MessageCodec codec;

    WarmUp(ScannerSettings settings, WarmUpResponses script, MessageCodec codec) {
        this.settings = settings;
        this.script = script;
        this.codec = codec;
    }

    /** How many signals came of it: one a round. */
    int play(int rounds, Instant now) {
        Watch watch = new Watch(NOWHERE, settings.listingRules(), settings.qualificationCutoff());
        List<String> bases =
                new ArrayList<>(IntStream.range(0, PAIRS).mapToObj(i -> "R" + i).toList());
        see(watch, script.market(bases.subList(0, MARKET), now));
        see(watch, script.prices(symbols(bases), now));
        see(watch, script.defaultSymbols(symbols(bases), now));
        watch.apply(started(now));
        int signals = 0;
        for (int round = 0; round < rounds; round++) {
            bases.add("NEW" + round);
            boolean quiet = round % 2 == 0;
            signals +=
                    see(watch, quiet ? script.defaultSymbols(symbols(bases), now) : script.prices(symbols(bases), now));
        }
        return signals;
    }

    private int see(Watch watch, PollResult look) {
        if (!(look instanceof PollResult.Good good)) {
            throw new IllegalStateException("A rehearsal's answer cannot be read: " + look);
        }
        int signals = 0;
        for (Message told :
                watch.see(good.sighting(), good.answeredAt(), good::answeredAt).events()) {
            codec.write(told);
            signals += told instanceof ListingSignal ? 1 : 0;
        }
        return signals;
    }

    private static List<String> symbols(List<String> bases) {
        return bases.stream().map(base -> base + "USDT").toList();
    }

    private static RunStarted started(Instant now) {
        Configuration everything = new Configuration(
                "rehearsal",
                AMOUNT,
                new SymbolFilter(Set.of(), List.of("*"), List.of("NO*")),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                LONG,
                LONG,
                LONG,
                new Caps(1, AMOUNT, 1),
                new SafetySwitches(true, true, false));
        return new RunStarted(
                Meta.first(MessageId.derivedFrom("rehearsal"), now),
                NOWHERE,
                RunId.derivedFrom("rehearsal"),
                new ConfigurationRef(ConfigurationId.derivedFrom("rehearsal"), 1),
                everything,
                Actor.system("rehearsal"));
    }
}
