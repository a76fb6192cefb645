package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs detections on a watch of its own, from the bytes of an answer to the bytes of the signal, so that the first real
 * detection meets loaded and compiled code. Sends no request and publishes nothing.
 */
final class WarmUp {
    /** Pairs in an answer. The exchange has more: many short rounds compile more code than few long ones. */
    private static final int PAIRS = 250;

    /** Pairs in the answer of exchangeInfo. */
    private static final int MARKET = 50;

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Amount AMOUNT = Amount.of("1");
    /** An environment of no deployment. */
    private static final EnvironmentId ENVIRONMENT = EnvironmentId.of("warm-up");

    private final ScannerSettings settings;
    private final WarmUpResponses responses;
    private final MessageCodec codec;

    WarmUp(ScannerSettings settings, WarmUpResponses responses, MessageCodec codec) {
        this.settings = settings;
        this.responses = responses;
        this.codec = codec;
    }

    /** Runs the rounds; gives the number of signals, which is one a round. */
    int run(int rounds, Instant now) {
        Watch watch = settings.newWatch(ENVIRONMENT, settings.newBook(ENVIRONMENT));
        List<String> bases =
                new ArrayList<>(IntStream.range(0, PAIRS).mapToObj(i -> "R" + i).toList());
        observe(watch, responses.market(bases.subList(0, MARKET), now));
        observe(watch, responses.prices(symbols(bases), now));
        observe(watch, responses.defaultSymbols(symbols(bases), now));
        watch.apply(started(now));
        int signals = 0;
        for (int round = 0; round < rounds; round++) {
            bases.add("NEW" + round);
            PollResult answer = round % 2 == 0
                    ? responses.defaultSymbols(symbols(bases), now)
                    : responses.prices(symbols(bases), now);
            signals += observe(watch, answer);
        }
        return signals;
    }

    private int observe(Watch watch, PollResult result) {
        if (!(result instanceof PollResult.Good good)) {
            throw new IllegalStateException("A warm-up response cannot be read: " + result);
        }
        int signals = 0;
        for (Message event : watch.observe(good.observation(), good.answeredAt(), good::answeredAt)
                .events()) {
            codec.write(event);
            signals += event instanceof ListingSignal ? 1 : 0;
        }
        return signals;
    }

    private static List<String> symbols(List<String> bases) {
        return bases.stream().map(base -> base + "USDT").toList();
    }

    /** A run that buys everything. */
    private static RunStarted started(Instant now) {
        Configuration everything = new Configuration(
                "warm-up",
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
                Meta.first(MessageId.derivedFrom("warm-up"), now),
                ENVIRONMENT,
                RunId.derivedFrom("warm-up"),
                new ConfigurationRef(ConfigurationId.derivedFrom("warm-up"), 1),
                everything,
                Actor.system("warm-up"));
    }
}
