package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.stream.WebSocketConnection.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves which refusals of a handshake make the stream wait, and which make it ask for another listen key. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource({"429, true, false", "418, true, false", "403, true, true", "401, false, true", "500, false, true"})
    void aThrottleKeepsTheListenKeyUnlessTheKeyMayBeTheReason(int status, boolean throttle, boolean mayBeTheKeys) {
        Refusal refusal = new Refusal(status, null);

        assertThat(refusal.isThrottle()).isEqualTo(throttle);
        assertThat(refusal.mayBeTheKeys()).isEqualTo(mayBeTheKeys);
    }
}
