package io.firstfill.ledger.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pauses double up to the longest, and none is shorter than half of what it could be. */
class RetryPausesTest {
    private final Seed seed = Seed.fixed(20261129);
    private final RetryPauses pauses = new RetryPauses(Duration.ofSeconds(5), Duration.ofMinutes(15), seed.random());

    @Test
    void eachPauseLiesBetweenHalfAndTheWholeOfTheDoubledOne() {
        for (int attempts = 1; attempts <= 1000; attempts++) {
            Duration whole = attempts > 8 ? Duration.ofMinutes(15) : Duration.ofSeconds(5L << (attempts - 1));
            assertThat(pauses.after(attempts))
                    .as(attempts + " " + seed)
                    .isBetween(
                            whole.dividedBy(2),
                            whole.compareTo(Duration.ofMinutes(15)) < 0 ? whole : Duration.ofMinutes(15));
        }
    }

    @Test
    void deliveriesThatFailedTogetherAreTriedApart() {
        List<Duration> drawn =
                IntStream.range(0, 50).mapToObj(i -> pauses.after(5)).distinct().toList();

        assertThat(drawn).as(seed.toString()).hasSizeGreaterThan(40);
    }
}
