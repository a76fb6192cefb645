package io.firstfill.contract.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are written and read exactly as the Java library does it. */
class TimesTest {
    private static final long SEED = 20261128;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final String ALPHABET = "0123456789-:.TZtz+ 000111";

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void everyTimeHasTheTextOfTheLibraryAndIsReadBack() {
        for (int i = 0; i < 20_000; i++) {
            Instant time = anyTime();

            assertThat(Times.text(time)).isEqualTo(time.toString());
            assertThat(Times.read(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "1000000000-12-31T23:59:59.999999999Z"
            })
    void timesOfOtherYearsHaveTheTextOfTheLibrary(String text) {
        Instant time = text.startsWith("1000000000") ? Instant.MAX : Instant.parse(text);

        assertThat(Times.text(time)).isEqualTo(time.toString());
        assertThat(Times.read(time.toString())).isNull();
    }

    /** What differs by a few characters from a time is read as the library reads it, or left to the library. */
    @Test
    void nothingIsReadOtherThanByTheLibrary() {
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = changed(anyTime().toString());
            Instant time = Times.read(text);
            if (time != null) {
                read++;
                assertThat(time).as("%s, seed %s", text, SEED).isEqualTo(byLibrary(text));
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private Instant anyTime() {
        long second = random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond() + 1);
        long nanos = random.nextLong(1_000_000_000);
        return Instant.ofEpochSecond(
                second,
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> nanos / 1_000_000 * 1_000_000;
                    case 2 -> nanos / 1_000 * 1_000;
                    default -> nanos;
                });
    }

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, character);
                case 1 -> changed.insert(at, character);
                default -> changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private static @Nullable Instant byLibrary(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
