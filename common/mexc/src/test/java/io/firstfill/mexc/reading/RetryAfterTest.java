package io.firstfill.mexc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pause is read in each of its forms, and bounded. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                " 7 | PT7S",
                "0 | PT0S",
                "0.25 | PT0.25S",
                "1. | PT1S",
                "1.2345 | PT1.234S",
                "259200 | PT72H",
                "259201 | PT72H",
                "99999999999999999999999999999999999999999999999999 | PT72H",
                "Sun, 01 Mar 2026 12:00:30 GMT | PT30S",
                "Sun, 1 Mar 2026 12:00:30 GMT | PT30S",
                "Sunday, 01-Mar-26 12:01:00 GMT | PT1M",
                "Sun Mar  1 12:00:05 2026 | PT5S",
                "Fri, 31 Dec 9999 23:59:59 GMT | PT72H",
            })
    void isReadInEachForm(String header, Duration pause) {
        assertThat(RetryAfter.of(header, null, NOW, LONGEST)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "soon",
                "1e9",
                "NaN",
                "0x10",
                "7 seconds",
                "Sun, 01 Mar 2026 11:59:59 GMT",
                "Sun, 99 Mar 2026 12:00:30 GMT",
                "Sun, 01 Mar 99999999999 12:00:30 GMT"
            })
    void anythingElseCountsAsNotStated(String header) {
        assertThat(RetryAfter.of(header, null, NOW, LONGEST)).isNull();
    }

    @Test
    void aDateIsRelativeToTheClockThatWroteIt() {
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 15:00:30 GMT", "Sun, 01 Mar 2026 15:00:00 GMT", NOW, LONGEST))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 12:00:30 GMT", "whenever", NOW, LONGEST))
                .isEqualTo(Duration.ofSeconds(30));
    }
}
