package io.firstfill.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves that the number of waiting callers is bounded, and that a caller that leaves frees its slot. */
class PendingAnswersTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final PendingAnswers<String, Integer> pending = new PendingAnswers<>(2);

    @Test
    void everyCallerOfOneKeyIsCompleted() {
        var first = pending.register("start").orElseThrow();
        var second = pending.register("start").orElseThrow();

        pending.complete("start", 7);

        assertThat(first.value().await().atMost(TIMEOUT)).isEqualTo(7);
        assertThat(second.value().await().atMost(TIMEOUT)).isEqualTo(7);
    }

    @Test
    void aCallerAboveTheLimitIsRefusedUntilAnotherLeaves() {
        var first = pending.register("start").orElseThrow();
        var second = pending.register("stop").orElseThrow();
        assertThat(pending.register("start")).isEmpty();

        first.close();

        assertThat(pending.register("start")).isPresent();
        second.close();
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void aCallerWhoseCommandTightensIsNeverRefused() {
        assertThat(pending.register("start")).isPresent();
        assertThat(pending.register("stop")).isPresent();

        var halt = pending.registerUnlimited("halt");

        pending.complete("halt", 7);
        assertThat(halt.value().await().atMost(TIMEOUT)).isEqualTo(7);
    }
}
