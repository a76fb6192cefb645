package io.firstfill.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Waiting callers are bounded, and none leaves anything behind. */
class WaitingTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Waiting<String, Integer> waiting = new Waiting<>(2);

    @Test
    void everybodyWhoWaitsForTheSameIsWoken() {
        var first = waiting.take("start").orElseThrow();
        var second = waiting.take("start").orElseThrow();

        waiting.arrived("start", 7);

        assertThat(first.value().await().atMost(SOON)).isEqualTo(7);
        assertThat(second.value().await().atMost(SOON)).isEqualTo(7);
    }

    @Test
    void oneTooManyGetsNoPlaceUntilAnotherLeaves() {
        var first = waiting.take("start").orElseThrow();
        var second = waiting.take("stop").orElseThrow();
        assertThat(waiting.take("start")).isEmpty();

        first.close();

        assertThat(waiting.take("start")).isPresent();
        second.close();
        assertThat(waiting.size()).isEqualTo(1);
    }
}
