package io.firstfill.ledger.web.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.firstfill.ledger.tracing.Span;
import io.firstfill.ledger.tracing.TracingSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that spans reach a collector in the form of OTLP, and that a bad collector costs nothing but its spans. */
class OtlpSpanCollectorTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00.000001Z");

    private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HttpServer server;
    private volatile int status = 200;
    private volatile boolean hangs;
    private @Nullable OtlpSpanCollector collector;

    @BeforeEach
    void receive() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            if (hangs) {
                await().until(() -> answered.getCount() == 0);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        answered.countDown();
        if (collector != null) {
            collector.stop();
        }
        server.stop(0);
    }

    @Test
    void spansArriveAsOtlpByService() throws InterruptedException {
        configured(10)
                .take(List.of(
                        span("trader-service", "aaaaaaaaaaaaaaaa", null, false),
                        span("exchange", "bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa", true)));

        JsonNode request = received.poll(20, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        assertThat(request.at("/resourceSpans/0/resource/attributes").toString())
                .contains("{\"stringValue\":\"trader-service\"}");
        JsonNode first = request.at("/resourceSpans/0/scopeSpans/0/spans/0");
        assertThat(first.get("traceId").asText()).hasSize(32);
        assertThat(first.get("spanId").asText()).isEqualTo("aaaaaaaaaaaaaaaa");
        assertThat(first.has("parentSpanId")).isFalse();
        assertThat(first.get("startTimeUnixNano").asText()).isEqualTo("1795348800000001000");
        assertThat(first.get("endTimeUnixNano").asText()).isEqualTo("1795348800005001000");
        assertThat(first.at("/attributes/0/key").asText()).isEqualTo("firstfill.pair");
        JsonNode second = request.at("/resourceSpans/1/scopeSpans/0/spans/0");
        assertThat(second.get("parentSpanId").asText()).isEqualTo("aaaaaaaaaaaaaaaa");
        assertThat(second.at("/status/code").asInt()).isEqualTo(2);
        awaitCount("exported", 2);
    }

    @Test
    void aRefusalIsCounted() {
        status = 503;

        configured(10).take(List.of(span("exchange", "aaaaaaaaaaaaaaaa", null, false)));

        awaitCount("failed", 1);
    }

    @Test
    void whatASlowCollectorHasNoRoomForIsDroppedAtOnce() {
        hangs = true;
        OtlpSpanCollector slow = configured(1);
        slow.take(List.of(span("exchange", "aaaaaaaaaaaaaaaa", null, false)));

        slow.take(List.of(span("exchange", "bbbbbbbbbbbbbbbb", null, false)));

        assertThat(count("dropped")).isEqualTo(1);
        answered.countDown();
        awaitCount("exported", 1);
    }

    @Test
    void withoutAnEndpointNothingIsSent() {
        OtlpSpanCollector none = new OtlpSpanCollector(settings(Optional.empty(), 1), meters);
        collector = none;

        none.take(List.of(span("exchange", "aaaaaaaaaaaaaaaa", null, false)));

        assertThat(none.isConfigured()).isFalse();
        assertThat(count("exported") + count("failed") + count("dropped")).isZero();
    }

    private OtlpSpanCollector configured(int waiting) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        OtlpSpanCollector made = new OtlpSpanCollector(settings(Optional.of(endpoint), waiting), meters);
        collector = made;
        return made;
    }

    private static TracingSettings settings(Optional<URI> endpoint, int waiting) {
        return new TracingSettings() {
            @Override
            public Optional<URI> endpoint() {
                return endpoint;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(20);
            }

            @Override
            public int waiting() {
                return waiting;
            }
        };
    }

    private void awaitCount(String outcome, int spans) {
        await().atMost(Duration.ofSeconds(20)).until(() -> count(outcome) == spans);
    }

    private int count(String outcome) {
        return (int) meters.get("firstfill.ledger.trace.spans")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static Span span(String service, String id, @Nullable String parent, boolean failed) {
        return new Span(
                "0123456789abcdef".repeat(2),
                id,
                parent,
                "a step",
                service,
                BEGIN,
                BEGIN.plusMillis(5),
                Map.of("firstfill.pair", "NEWT/USDT"),
                failed);
    }
}
