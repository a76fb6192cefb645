package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.firstfill.control.ControlSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the ledger counts as ready only when its own readiness check returns 200. */
@SuppressWarnings("NullAway.Init") // set before each test
class HttpLedgerProbeTest {
    private HttpServer ledger;

    @BeforeEach
    void start() throws IOException {
        ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ledger.start();
    }

    @AfterEach
    void stop() {
        ledger.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false"})
    void onlyStatus200IsReady(int status, boolean ready) {
        ledger.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        assertThat(isReady()).isEqualTo(ready);
    }

    @Test
    void aLedgerThatCannotBeReachedIsNotReady() {
        ledger.stop(0);

        assertThat(isReady()).isFalse();
    }

    private boolean isReady() {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(ControlSettings.class)
                .withDefaultValue(
                        "firstfill.control.ledger-uri",
                        "http://127.0.0.1:" + ledger.getAddress().getPort())
                .withDefaultValue("firstfill.control.ledger-timeout", "PT3S")
                .build()
                .getConfigMapping(ControlSettings.class);
        var probe = new HttpLedgerProbe(settings);
        try {
            return probe.isReady().await().atMost(Duration.ofSeconds(5));
        } finally {
            probe.close();
        }
    }
}
