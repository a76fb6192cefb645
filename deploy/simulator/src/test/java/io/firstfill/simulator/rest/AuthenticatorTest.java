package io.firstfill.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves the timestamp rule: {@code timestamp < serverTime + 1000 && serverTime - timestamp <= recvWindow}. */
class AuthenticatorTest {

    private static final long SERVER_TIME = 1_700_000_000_000L;

    @ParameterizedTest(name = "stamped {0} ms after the server time with a window of {1}: {2}")
    @CsvSource({
        "0, 5000, true",
        "999, 5000, true",
        "1000, 5000, false",
        "-5000, 5000, true",
        "-5001, 5000, false",
        "-1000, 1000, true",
        "-1001, 1000, false",
        "-60000, 60000, true"
    })
    void checksTheTimestamp(long offset, long window, boolean timely) {
        assertThat(Authenticator.isTimely(SERVER_TIME + offset, window, SERVER_TIME))
                .isEqualTo(timely);
    }
}
