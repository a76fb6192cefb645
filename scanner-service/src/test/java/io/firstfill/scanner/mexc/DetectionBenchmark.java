package io.firstfill.scanner.mexc;

import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.watch.WatchFixture;
import io.firstfill.service.json.MessageCodec;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the time from the bytes of an answer of defaultSymbols to the bytes of the signal, with 3,000 pairs on the
 * exchange. Not a test: the figure belongs to a machine. Run by hand, with the test class path; the flag
 * {@code -XX:TieredStopAtLevel=1} is the one of the local stack.
 */
final class DetectionBenchmark {
    private static final int PAIRS = 3_000;
    /** Listings of a day, which the book keeps. */
    private static final int LISTINGS = 20;

    private static final int ROUNDS = 1_200;
    private static final int WARM = 600;

    private DetectionBenchmark() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String... arguments) {
        report(System.out, measured());
    }

    private static long[] measured() {
        MessageCodec codec = MessageCodec.standard();
        List<String> known =
                IntStream.range(0, PAIRS).mapToObj(i -> "PAIR" + i + "USDT").toList();
        WatchFixture fixture = started(known);
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String text = answer(Stream.concat(known.stream(), Stream.of("NEW" + round + "USDT")));
            if (round % LISTINGS == LISTINGS - 1) {
                fixture = started(known);
            }
            fixture.after(Duration.ofMillis(125));
            long begun = System.nanoTime();
            int signals = fixture.update(good(text)).events().stream()
                    .filter(ListingSignal.class::isInstance)
                    .mapToInt(signal -> codec.write(signal).length)
                    .toArray()
                    .length;
            nanos[round] = System.nanoTime() - begun;
            if (signals != 1) {
                throw new IllegalStateException("one signal a round, not " + signals);
            }
        }
        return nanos;
    }

    private static WatchFixture started(List<String> known) {
        SymbolsSeen baseline = new SymbolsSeen(
                Messages.meta(Observations.NOON),
                Messages.PAPER,
                known.stream().sorted().toList(),
                Observations.NOON,
                null);
        WatchFixture fixture =
                WatchFixture.restarted(Observations.NOON, List.of(baseline)).run(Messages.configuration());
        return fixture.observe(good(answer(known.stream())));
    }

    private static FeedObservation good(String text) {
        PollResult result = RawAnswers.read(FeedName.DEFAULT_SYMBOLS, text, Observations.NOON);
        return ((PollResult.Good) result).observation();
    }

    private static String answer(Stream<String> symbols) {
        return symbols.map(symbol -> '"' + symbol + '"')
                .collect(Collectors.joining(",", "{\"code\":0,\"data\":[", "],\"msg\":\"success\",\"timestamp\":1}"));
    }

    private static void report(PrintStream out, long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, WARM, nanos.length);
        Arrays.sort(warm);
        for (int percent : new int[] {50, 95, 99}) {
            out.printf("p%d %.3f ms%n", percent, warm[warm.length * percent / 100 - 1] / 1e6);
        }
        out.printf("environment %s, pairs %d%n", Messages.PAPER, PAIRS);
    }
}
