package io.firstfill.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time is exported as an instant is written, whichever way the database has written it. */
class UtcTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:00+00:00, 2026-11-22T12:00:00Z",
        "2026-11-22T12:00:00.5+00:00, 2026-11-22T12:00:00.500Z",
        "2026-11-22T12:00:00.0234+00:00, 2026-11-22T12:00:00.023400Z",
        "2026-11-22T12:00:00.000001+00:00, 2026-11-22T12:00:00.000001Z",
        "2026-11-22T14:30:00.25+02:30, 2026-11-22T12:00:00.250Z",
        "9999-12-31T23:59:59.999999+00:00, 9999-12-31T23:59:59.999999Z"
    })
    void aTimeIsWrittenAsAnInstant(String stored, String exported) {
        assertThat(UtcText.of(stored)).isEqualTo(exported);
    }

    @Test
    void noTimeIsWrittenOtherwiseThanIfItHadBeenParsed() {
        Seed seed = Seed.fixed(20261128);
        RandomGenerator random = seed.random();
        for (int i = 0; i < 2_000; i++) {
            long micros = random.nextLong(4_000_000_000_000_000L);
            Instant time = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
            // The database leaves out the zeros at the end of a fraction.
            String text =
                    time.toString().replaceFirst("(\\.[0-9]*?)0*Z$", "$1Z").replaceFirst("\\.?Z$", "+00:00");
            assertThat(UtcText.of(text))
                    .as(text + " " + seed)
                    .isEqualTo(OffsetDateTime.parse(text).toInstant().toString());
        }
    }
}
