package io.firstfill.ledger.notify.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The signature is what a receiver computes with {@code openssl dgst -sha256 -hmac KEY} from header and body. */
class HmacSignatureTest {
    private static final String KEY = "a key that receiver and ledger share";
    private static final Instant TIME = Instant.ofEpochSecond(1_795_860_000L, 999_000_000);

    @Test
    void aKnownRequestHasTheKnownSignature() {
        assertThat(HmacSignature.of(KEY, TIME, "{\"id\":\"1\"}"))
                .isEqualTo("v1=ed5f46026e2cbb4cfd3cbfd89c21f007f98a744583673b89b9831a2ca7e56133");
    }

    @Test
    void keyTimeAndBodyEachChangeIt() {
        String known = HmacSignature.of(KEY, TIME, "{}");

        assertThat(HmacSignature.of("another key", TIME, "{}")).isNotEqualTo(known);
        assertThat(HmacSignature.of(KEY, TIME.plusSeconds(1), "{}")).isNotEqualTo(known);
        assertThat(HmacSignature.of(KEY, TIME, "{} ")).isNotEqualTo(known);
    }
}
