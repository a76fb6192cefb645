package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a stream never expose the listen key, and waits grow and shrink within their bounds. */
class StreamSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ws://wbs-api.mexc.com/ws", "http://127.0.0.1/ws", "wss://wbs-api.mexc.com/ws?listenKey=x"})
    void theListenKeyIsNeverSentInTheClearNorPartOfTheSettings(String uri) {
        assertThatThrownBy(() -> StreamSettings.of(URI.create(uri), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsDoubleUpToTheLongestAndAreShortenedByHalfAtMost() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1));
        Random random = new Random(1);

        for (int round = 0; round < 100; round++) {
            assertThat(backOff.after(1, random)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(backOff.after(3, random)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
            assertThat(backOff.after(1000, random)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }
}
