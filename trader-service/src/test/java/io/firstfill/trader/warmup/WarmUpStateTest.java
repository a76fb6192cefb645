package io.firstfill.trader.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Proves that a process counts as warm only when a warm-up has run, none is possible, or 30 s have passed. */
class WarmUpStateTest {
    private static final EnvironmentId ONE = EnvironmentId.of("one");
    private static final EnvironmentId TWO = EnvironmentId.of("two");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final WarmUpState state = new WarmUpState(now::get);

    @Test
    void anEnvironmentWithoutAKeyDoesNotMakeTheOthersReady() {
        state.awaits(Set.of(ONE, TWO));

        state.of(ONE).impossible();

        assertThat(state.isOver()).isFalse();
        state.of(TWO).over();
        assertThat(state.isOver()).isTrue();
        state.of(ONE).impossible();
        assertThat(state.isOver()).isTrue();
    }

    @Test
    void whereNoWarmUpIsPossibleAnywhereNoneIsWaitedFor() {
        state.awaits(Set.of(ONE, TWO));

        state.of(ONE).impossible();
        state.of(ONE).impossible();
        assertThat(state.isOver()).isFalse();
        state.of(TWO).impossible();

        assertThat(state.isOver()).isTrue();
    }

    @Test
    void aStandbyHasNothingToWarmUp() {
        assertThat(state.isOver()).isFalse();

        state.awaits(Set.of());

        assertThat(state.isOver()).isTrue();
    }

    @Test
    void aWarmUpThatTakesLongerThan30SecondsIsNotWaitedFor() {
        state.awaits(Set.of(ONE));

        now.updateAndGet(start -> start.plus(Duration.ofSeconds(30)).minusMillis(1));
        assertThat(state.isOver()).isFalse();
        now.updateAndGet(at -> at.plusMillis(1));

        assertThat(state.isOver()).isTrue();
    }
}
