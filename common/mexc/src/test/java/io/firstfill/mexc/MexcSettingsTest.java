package io.firstfill.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that would leak the key, or keep a request valid for too long, are refused. */
class MexcSettingsTest {

    private static final URI WEB = URI.create("https://www.mexc.com");

    @ParameterizedTest
    @ValueSource(strings = {"https://api.mexc.com", "https://api.mexc.com:8443/", "http://localhost:9000"})
    void anAddressIsSchemeHostAndPort(String api) {
        assertThat(MexcSettings.of(URI.create(api), WEB).api()).hasToString(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.mexc.com",
                "ftp://api.mexc.com",
                "https://user:pw@api.mexc.com",
                "https://api.mexc.com/api/v3",
                "https://api.mexc.com?x=1",
                "https://[::1]:9000",
                "http://api.mexc.com"
            })
    void anythingElseIsRefused(String api) {
        assertThatThrownBy(() -> MexcSettings.of(URI.create(api), WEB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void recvWindowIsAtMostASecond() {
        MexcSettings base = MexcSettings.of(WEB, WEB);

        assertThatThrownBy(() -> new MexcSettings(
                        WEB,
                        WEB,
                        false,
                        base.timeouts(),
                        base.pools(),
                        Duration.ofMillis(1001),
                        base.userAgent(),
                        base.throttlePause(),
                        base.longestThrottle(),
                        null))
                .as("FR-004")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 ms");
    }
}
