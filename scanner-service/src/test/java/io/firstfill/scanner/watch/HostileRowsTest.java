package io.firstfill.scanner.watch;

import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.mexc.RawAnswers;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the bytes of an answer to the bytes of the signal: the listing beside rows that cannot be represented is
 * announced and signalled, whichever feed shows it, and every event can be written.
 */
class HostileRowsTest {
    private static final Duration POLL = Duration.ofMillis(250);
    /** Old pairs in each answer. */
    private static final int OLD = 12;

    private static final MessageCodec CODEC = MessageCodec.standard();

    /** Rows of a list of objects. */
    private static final List<String> ODD = List.of(
            "null",
            "[]",
            "7",
            "{}",
            "{\"symbol\":null}",
            "{\"symbol\":\"A\\u0000USDT\",\"vcoinName\":\"A\\u0000\",\"price\":\"1\"}",
            "{\"symbol\":\"\\ud800USDT\",\"vcoinName\":\"\\ud800\",\"price\":\"1\",\"firstOpenTime\":1}",
            "{\"symbol\":\"BIGUSDT\",\"baseAsset\":\"BIG\",\"quoteAsset\":\"USDT\",\"price\":1e999999999,"
                    + "\"vcoinName\":\"BIG\",\"firstOpenTime\":1e999999999,\"quotePrecision\":1e9}",
            "{\"symbol\":\"FARUSDT\",\"baseAsset\":\"FAR\",\"quoteAsset\":\"USDT\",\"price\":\"NaN\",\"status\":\"9\","
                    + "\"vcoinName\":\"FAR\",\"firstOpenTime\":9223372036854775807}",
            "{\"symbol\":\"LONGUSDT\",\"baseAsset\":\"" + "L".repeat(5000) + "\",\"quoteAsset\":\"USDT\","
                    + "\"vcoinName\":\"" + "L".repeat(5000) + "\",\"price\":NaN,\"firstOpenTime\":1}",
            "{\"symbol\":\"DEEPUSDT\",\"price\":" + "[".repeat(3000) + "]".repeat(3000)
                    + ",\"vcoinName\":[],\"baseAsset\":{}}",
            "{\"symbol\":\"TWOUSDT\",\"symbol\":\"TWOUSDT\",\"vcoinName\":\"TWO\",\"vcoinName\":\"TWO\",\"price\":\"1\"}");

    /** Rows of a list of names. */
    private static final List<String> ODD_NAMES = List.of(
            "null",
            "[]",
            "{}",
            "true",
            "\"\"",
            "\"A\\u0000USDT\"",
            "\"\\udc00USDT\"",
            "\"" + "N".repeat(9999) + "USDT\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theListingBesideHostileRowsIsSignalledWhicheverFeedShowsIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (FeedName feed :
                List.of(FeedName.CALENDAR, FeedName.EXCHANGE_INFO, FeedName.TICKER_PRICE, FeedName.DEFAULT_SYMBOLS)) {
            WatchFixture fixture = afterTheBaseline();

            observe(fixture, feed, random);
            if (feed == FeedName.CALENDAR) {
                observe(fixture, FeedName.EXCHANGE_INFO, random);
            }

            ListingSignal signal = fixture.only(ListingSignal.class);
            assertThat(signal.pair()).as("seed %d feed %s", seed, feed).isEqualTo(Pair.of("NEWT/USDT"));
            fixture.published().forEach(CODEC::write);
        }
    }

    private static WatchFixture afterTheBaseline() {
        String[] known = Stream.concat(
                        Stream.of("BTCUSDT"), IntStream.range(0, OLD).mapToObj(i -> "OLD" + i + "USDT"))
                .toArray(String[]::new);
        return WatchFixture.restarted(NOON, List.of(Messages.baseline(NOON, known)))
                .run(Messages.configuration())
                .observeNoChange()
                .after(POLL);
    }

    private static void observe(WatchFixture fixture, FeedName feed, SplittableRandom random) {
        PollResult result = RawAnswers.read(feed, answer(feed, random), fixture.now());
        assertThat(result).isInstanceOfSatisfying(PollResult.Good.class, good -> {
            assertThat(good.observation().unread().rows()).isPositive();
            fixture.observe(good.observation());
        });
    }

    private static String answer(FeedName feed, SplittableRandom random) {
        long opening = OPENING.toEpochMilli();
        String rules =
                ",\"quoteAsset\":\"USDT\",\"baseAssetPrecision\":2,\"quotePrecision\":5,\"orderTypes\":[\"MARKET\"],"
                        + "\"quoteAmountPrecision\":\"1\",\"tradeSideType\":1,\"isSpotTradingAllowed\":";
        return switch (feed) {
            case CALENDAR ->
                "{\"data\":{\"newCoins\":"
                        + mixed(random, ODD, "{\"vcoinName\":\"NEWT\",\"firstOpenTime\":" + opening + "}", "vcoinName")
                        + "},\"code\":0}";
            case EXCHANGE_INFO ->
                "{\"symbols\":"
                        + mixed(
                                random,
                                ODD,
                                "{\"symbol\":\"NEWTUSDT\",\"status\":\"2\",\"baseAsset\":\"NEWT\",\"firstOpenTime\":"
                                        + opening + rules + "false}",
                                "symbol")
                        + "}";
            case TICKER_PRICE -> mixed(random, ODD, "{\"symbol\":\"" + NEWT + "\",\"price\":\"0.5\"}", "symbol");
            default -> "{\"code\":0,\"data\":" + mixed(random, ODD_NAMES, '"' + NEWT + '"', "") + "}";
        };
    }

    /** Some odd rows at random places, the row of the listing, and a row of an old pair for each odd one. */
    private static String mixed(SplittableRandom random, List<String> odd, String listing, String name) {
        List<String> rows = new ArrayList<>(IntStream.range(0, OLD)
                .mapToObj(i -> name.isEmpty() ? "\"OLD" + i + "USDT\"" : old(name, "OLD" + i))
                .toList());
        rows.add(random.nextInt(rows.size() + 1), listing);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            rows.add(random.nextInt(rows.size() + 1), odd.get(random.nextInt(odd.size())));
        }
        rows.add(random.nextInt(rows.size() + 1), odd.get(2));
        return rows.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String old(String name, String coin) {
        return name.equals("vcoinName")
                ? "{\"vcoinName\":\"" + coin + "\",\"firstOpenTime\":1600000000000}"
                : "{\"symbol\":\"" + coin + "USDT\",\"baseAsset\":\"" + coin
                        + "\",\"quoteAsset\":\"USDT\",\"status\":\"1\",\"isSpotTradingAllowed\":true,\"price\":\"1\"}";
    }
}
