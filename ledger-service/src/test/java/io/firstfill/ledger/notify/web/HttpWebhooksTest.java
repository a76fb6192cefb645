package io.firstfill.ledger.notify.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationEvent;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.TargetFormat;
import io.firstfill.ledger.notify.TestSettings;
import io.firstfill.ledger.notify.request.HmacSignature;
import io.firstfill.ledger.notify.request.TargetSecret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to a receiver over a real connection, and what each of its faults means. */
@SuppressWarnings("NullAway.Init") // started before each test
class HttpWebhooksTest {
    private static final Instant TIME = Instant.parse("2026-11-29T12:00:00Z");
    private static final String KEY = "shared";
    private static final Map<String, String> OPEN = Map.of(
            "firstfill.notifications.loopback-allowed", "true",
            "firstfill.notifications.timeout", "15S",
            "firstfill.notifications.guard.open-for", "10S");

    private record Received(String path, Map<String, String> headers, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body.toString())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request, String body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        received.add(new Received(request.path(), headers, body));
        switch (request.path()) {
            case "/ok" -> request.response().end("thanks");
            case "/fails" -> request.response().setStatusCode(500).end("t0p secret");
            case "/limits" ->
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "90")
                        .end();
            case "/moved" ->
                request.response()
                        .setStatusCode(307)
                        .putHeader("Location", "http://127.0.0.1:" + server.actualPort() + "/ok")
                        .end();
            case "/endless" -> {
                request.response().setChunked(true);
                vertx.setPeriodic(1, timer -> request.response().write("x".repeat(1000)));
            }
            default -> {} // never answers
        }
    }

    @Test
    void aDeliveryIsSignedWithWhatTheReceiverSees() {
        assertThat(send("/ok", OPEN)).isEqualTo(200);

        Received request = received.getFirst();
        assertThat(request.headers().get("Firstfill-Timestamp")).isEqualTo(Long.toString(TIME.getEpochSecond()));
        assertThat(request.headers().get("Firstfill-Signature")).isEqualTo(HmacSignature.of(KEY, TIME, request.body()));
        assertThat(request.headers().get("Host")).startsWith("localhost");
    }

    @Test
    void aFailureIsToldByItsStatusAloneAndWithoutTheBody() {
        DeliveryFailedException failure = failure("/fails", OPEN);

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.reason()).doesNotContain("t0p", "localhost", "fails");
    }

    @Test
    void aReceiverMaySayWhenToComeBack() {
        assertThat(failure("/limits", OPEN).retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aRedirectIsNotFollowed() {
        DeliveryFailedException failure = failure("/moved", OPEN);

        assertThat(failure.status()).isEqualTo(307);
        assertThat(received).extracting(Received::path).containsExactly("/moved");
    }

    @Test
    void aReceiverThatNeverAnswersIsLeftAfterTheTimeLimit() {
        long began = System.nanoTime();

        DeliveryFailedException failure = failure(
                "/silent",
                Map.of(
                        "firstfill.notifications.loopback-allowed", "true",
                        "firstfill.notifications.timeout", "2S"));

        assertThat(failure.reason()).isEqualTo("no answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void anAnswerWithoutEndIsAccepted() {
        assertThat(send("/endless", OPEN)).isEqualTo(200);
    }

    @Test
    void afterFailuresTheReceiverIsLeftAloneForAWhile() {
        HttpWebhooks webhooks = webhooks("/fails", OPEN);
        for (int i = 0; i < 5; i++) {
            failure(webhooks);
        }
        int calls = received.size();

        DeliveryFailedException failure = failure(webhooks);

        assertThat(failure.attempted()).isFalse();
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(received).hasSize(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://localhost", "https://127.0.0.1", "https://[::1]"})
    void withoutTheSettingThisMachineIsNotReached(String address) {
        URI url = URI.create(address + ":" + server.actualPort() + "/ok");

        assertThat(failure(webhooks(url, Map.of())).reason()).containsAnyOf("not public", "not https");
        assertThat(received).isEmpty();
    }

    @Test
    void aNameThatIsNotKnownIsAFailureOfItsOwn() {
        assertThat(failure(webhooks(URI.create("https://no-such-host.invalid/"), OPEN))
                        .reason())
                .isEqualTo("its name is not known");
    }

    private int send(String path, Map<String, String> settings) {
        return Objects.requireNonNull(sent(webhooks(path, settings)).await().atMost(Duration.ofSeconds(20)));
    }

    private DeliveryFailedException failure(String path, Map<String, String> settings) {
        return failure(webhooks(path, settings));
    }

    private static DeliveryFailedException failure(HttpWebhooks webhooks) {
        var thrown = new CopyOnWriteArrayList<Throwable>();
        assertThatThrownBy(() -> sent(webhooks).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOf(DeliveryFailedException.class)
                .satisfies(thrown::add);
        return (DeliveryFailedException) thrown.getFirst();
    }

    private HttpWebhooks webhooks(String path, Map<String, String> settings) {
        return webhooks(URI.create("http://localhost:" + server.actualPort() + path), settings);
    }

    private HttpWebhooks webhooks(URI url, Map<String, String> settings) {
        TargetSecret secret = new TargetSecret(url, KEY, null, null);
        return new HttpWebhooks(
                vertx, target -> Uni.createFrom().item(secret), TestSettings.with(settings), () -> TIME);
    }

    private static Uni<Integer> sent(HttpWebhooks webhooks) {
        EnvironmentId paper = EnvironmentId.of("paper");
        return webhooks.send(
                new NotificationTarget(
                        paper,
                        "phone",
                        TargetFormat.GENERIC,
                        Severity.INFO,
                        EnumSet.allOf(NotificationEvent.class),
                        "p"),
                new Notification(
                        MessageId.derivedFrom("test"),
                        paper,
                        NotificationEvent.HALT,
                        Severity.CRITICAL,
                        "Trading is halted",
                        "by hand",
                        TIME,
                        false));
    }
}
