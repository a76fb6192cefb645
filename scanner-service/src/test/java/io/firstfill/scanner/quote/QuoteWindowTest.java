package io.firstfill.scanner.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only pairs near their opening are subscribed to, and never more than a socket carries. */
class QuoteWindowTest {
    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pair NEWT = Pair.of("NEWT/USDT");
    private static final QuoteWindow WINDOW =
            new QuoteWindow(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(1), 3);

    @Test
    void aPairIsSubscribedToFromTheLeadBeforeItsOpeningUntilItHasLingered() {
        Map<Pair, Instant> awaited = Map.of(NEWT, T);

        assertThat(WINDOW.choose(awaited, T.minusSeconds(21))).isEmpty();
        assertThat(WINDOW.choose(awaited, T.minusSeconds(20))).containsExactly(NEWT);
        assertThat(WINDOW.choose(awaited, T.plusSeconds(120))).containsExactly(NEWT);
        assertThat(WINDOW.choose(awaited, T.plusSeconds(121))).isEmpty();
    }

    @Test
    void ofTooManyPairsTheNearestAreSubscribedTo() {
        Map<Pair, Instant> awaited = IntStream.range(0, 10)
                .boxed()
                .collect(Collectors.toMap(i -> Pair.of("N" + i + "/USDT"), i -> T.plusSeconds(i)));

        assertThat(WINDOW.choose(awaited, T))
                .containsExactlyInAnyOrder(Pair.of("N0/USDT"), Pair.of("N1/USDT"), Pair.of("N2/USDT"));
    }

    @Test
    void aPairThatOpenedStaysForAMinuteWhereAwaitedPairsLeaveRoom() {
        Pair open = Pair.of("OPEN/USDT");
        Map<Pair, Instant> trading = Map.of(open, T);

        assertThat(WINDOW.choose(Map.of(NEWT, T), trading, T.plusSeconds(60))).containsExactlyInAnyOrder(NEWT, open);
        assertThat(WINDOW.choose(Map.of(NEWT, T), trading, T.plusSeconds(61))).containsExactly(NEWT);
        assertThat(WINDOW.choose(
                        Map.of(NEWT, T, Pair.of("A/USDT"), T, Pair.of("B/USDT"), T.plusSeconds(19)), trading, T))
                .as("an awaited pair comes first")
                .doesNotContain(open)
                .hasSize(3);
    }

    @Test
    void moreThanASocketCarriesCannotBeSet() {
        assertThatThrownBy(() -> new QuoteWindow(Duration.ZERO, Duration.ZERO, Duration.ZERO, 31))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
