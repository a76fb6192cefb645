package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.readiness.LedgerReport;
import io.firstfill.control.readiness.LedgerReport.Recording;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the ledger counts as ready only when its own readiness check says so and its report can be read. */
@SuppressWarnings("NullAway.Init") // set before each test
class HttpLedgerProbeTest {
    private static final String RECORDING = "/api/ledger/v1/recording";

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
        answer("/q/health/ready", status, "");

        assertThat(report().ready()).isEqualTo(ready);
    }

    @Test
    void aLedgerThatCannotBeReachedIsNotReady() {
        ledger.stop(0);

        assertThat(report()).isEqualTo(LedgerReport.SILENT);
    }

    @Test
    void theRecordingOfEachEnvironmentIsRead() {
        answer("/q/health/ready", 200, "");
        answer(RECORDING, 200, """
            {"environments":[{"environment":"paper","recording":true,"lagRecords":3,"lagSeconds":2,
            "unprocessed":["orders.v1-2@4711"],"later":"field"}]}\
            """);

        assertThat(report().recordings())
                .isEqualTo(Map.of(
                        EnvironmentId.of("paper"),
                        new Recording(true, 3, 2, List.of(new RecordPlace("orders.v1", 2, 4711)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aLedgerWithoutTheReportIsReadyByItsHealthAlone(int status) {
        answer("/q/health/ready", 200, "");
        answer(RECORDING, status, "");

        assertThat(report()).isEqualTo(new LedgerReport(true, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|x", "200|nonsense", "200|{}", "200|{\"environments\":[{}]}", "200|{\"environments\":[null]}"})
    void aReportThatCannotBeReadIsNoReadiness(int status, String body) {
        answer("/q/health/ready", 200, "");
        answer(RECORDING, status, body);

        assertThat(report()).isEqualTo(LedgerReport.SILENT);
    }

    @Test
    void aLedgerThatHangsIsReportedInTimeThenPausedAndNoticedWhenItReturns() throws IOException {
        CountDownLatch healed = new CountDownLatch(1);
        ledger.stop(0);
        ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ledger.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ledger.createContext("/", exchange -> {
            awaitOpen(healed);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals(RECORDING) ? 404 : 200, -1);
            exchange.close();
        });
        ledger.start();
        HttpLedgerProbe probe = probe(Map.of(
                "firstfill.control.ledger-timeout", "PT0.5S", "firstfill.control.ledger-guard.open-for", "PT2S"));
        long began = System.nanoTime();
        for (int times = 0; times < 4; times++) {
            assertThat(report(probe)).isEqualTo(LedgerReport.SILENT);
        }
        assertThat(report(probe)).as("the fifth opens the breaker").isEqualTo(LedgerReport.NOT_ASKED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));

        assertThat(report(probe)).isEqualTo(LedgerReport.NOT_ASKED);

        healed.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> report(probe).ready());
        probe.close();
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ledger.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private LedgerReport report() {
        HttpLedgerProbe probe = probe(Map.of());
        try {
            return report(probe);
        } finally {
            probe.close();
        }
    }

    private static LedgerReport report(HttpLedgerProbe probe) {
        return probe.report().await().atMost(Duration.ofSeconds(30));
    }

    private HttpLedgerProbe probe(Map<String, String> values) {
        ControlSettings settings = new SmallRyeConfigBuilder()
                .withMapping(ControlSettings.class)
                .withDefaultValue(
                        "firstfill.control.ledger-uri",
                        "http://127.0.0.1:" + ledger.getAddress().getPort())
                .withDefaultValue("firstfill.control.ledger-timeout", "PT3S")
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ControlSettings.class);
        return new HttpLedgerProbe(
                settings, new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }
}
