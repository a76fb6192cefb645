package io.firstfill.trader.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.Timeline;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the openings of an exchange shape the time in which the next one is expected, within bounds. */
class OpeningLatenessTest {
    private static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");

    private final OpeningLateness lateness = new OpeningLateness();

    @Test
    void withFewOpeningsTheRecordedOnesOfOthersCount() {
        openings(7, 90);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 40, false", "23, 40, false", "40, 40, false", "72, 60, false", "300, 120, true"})
    void theTimeCoversTheOpeningsSeenFrom40To120Milliseconds(int late, int window, boolean later) {
        openings(32, late);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(window));
        assertThat(lateness.mayExceedWindow()).isEqualTo(later);
    }

    @Test
    void oneLateOpeningDoesNotMakeTheProbesOfTheNextOnesRare() {
        openings(31, 20);
        openings(1, 900);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 19, 20, 32})
    void ofAnyNumberOfOpeningsTheLatestOneIsLeftOut(int count) {
        openings(count - 1, 20);
        openings(1, 110);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void anOrderThatWeSentLateShowsNothingUnlessOneBeforeItWasRefused() {
        for (int i = 0; i < 32; i++) {
            lateness.accepted(accepted(OPENING, OPENING.plusMillis(4), 0));
            lateness.accepted(accepted(OPENING, OPENING.plusSeconds(3), 0));
        }
        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isFalse();

        openings(32, 120);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(100));
    }

    /** A buy with one request in the second of an opening sends the next one a second later. */
    @Test
    void anOrderThatFollowsASingleRefusalOfLongBeforeShowsNothing() {
        openings(30, 20);
        for (int i = 0; i < 2; i++) {
            lateness.accepted(accepted(OPENING, OPENING.plusMillis(1_020), 1));
        }

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isFalse();
    }

    /** Else a buy with two requests, the second at the end of the window, would keep the window as wide for ever. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anOrderThatFollowsFewRefusalsDoesNotWidenTheWindow(int probes) {
        for (int i = 0; i < 32; i++) {
            lateness.accepted(accepted(OPENING, OPENING.plusMillis(100), probes));
        }
        openings(8, 20);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isFalse();
    }

    @Test
    void onlyTheLastOpeningsCount() {
        openings(32, 100);
        openings(32, 10);

        assertThat(lateness.window()).isEqualTo(Duration.ofMillis(40));
        assertThat(lateness.mayExceedWindow()).isFalse();
    }

    @Test
    void anAcceptanceWithoutOpeningOrTimeShowsNothing() {
        for (int i = 0; i < 32; i++) {
            lateness.accepted(accepted(null, OPENING));
            lateness.accepted(accepted(OPENING, null));
        }

        assertThat(lateness.mayExceedWindow()).isTrue();
    }

    private void openings(int count, int late) {
        for (int i = 0; i < count; i++) {
            lateness.accepted(accepted(OPENING, OPENING.plusMillis(late)));
        }
    }

    private static OrderAccepted accepted(@Nullable Instant opening, @Nullable Instant taken) {
        return accepted(opening, taken, 3);
    }

    private static OrderAccepted accepted(@Nullable Instant opening, @Nullable Instant taken, int probes) {
        Timeline timeline =
                new Timeline(opening, opening, OPENING, OPENING, OPENING, null, null, null, null, null, null, taken);
        return new OrderAccepted(
                Messages.meta(OPENING),
                Messages.PAPER,
                Messages.RUN,
                Messages.LISTING,
                Messages.PAIR,
                Messages.ORDER,
                ExchangeOrderId.of("at-the-exchange"),
                probes,
                timeline);
    }
}
