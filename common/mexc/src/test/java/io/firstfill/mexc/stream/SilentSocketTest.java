package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A socket that stays open and sends nothing is replaced like a broken one; each leaves from the egress address. */
class SilentSocketTest {

    private static final String CHANNEL = "spot@a";

    private final Vertx vertx = Vertx.vertx();
    private final List<ServerWebSocket> accepted = new CopyOnWriteArrayList<>();
    private final List<String> receivedByServer = new CopyOnWriteArrayList<>();
    private final RecordingListener events = new RecordingListener();
    private final HttpServer server = vertx.createHttpServer()
            .webSocketHandler(socket -> {
                accepted.add(socket);
                socket.textMessageHandler(text -> answer(socket, text));
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(5, TimeUnit.SECONDS)
            .join();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aSilentSocketIsPingedAndThenReplaced() {
        StreamSession session = session(null);

        session.listenTo(Set.of(new StreamChannel(CHANNEL)));

        await().atMost(Duration.ofSeconds(15)).until(() -> accepted.size() >= 2);
        await().atMost(Duration.ofSeconds(15)).until(() -> events.lives.size() >= 2);
        assertThat(events.losses.getFirst()).isEqualTo("silent");
        assertThat(receivedByServer).contains("{\"method\":\"PING\"}");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one loopback address")
    void aSocketLeavesFromTheEgressAddress() {
        session("127.0.0.3").listenTo(Set.of(new StreamChannel(CHANNEL)));

        await().atMost(Duration.ofSeconds(15)).until(() -> !accepted.isEmpty());
        assertThat(accepted.getFirst().remoteAddress().hostAddress()).isEqualTo("127.0.0.3");
    }

    /** Confirms the subscription, then never sends anything again. */
    private void answer(ServerWebSocket socket, String text) {
        receivedByServer.add(text);
        if (text.contains("SUBSCRIPTION")) {
            socket.writeTextMessage("{\"id\":0,\"code\":0,\"msg\":\"" + CHANNEL + "\"}");
        }
    }

    private StreamSession session(@Nullable String egressAddress) {
        StreamSettings settings = new StreamSettings(
                URI.create("ws://127.0.0.1:" + server.actualPort() + "/ws"),
                false,
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofHours(23),
                Duration.ofMillis(50),
                Duration.ofMinutes(30),
                new BackOff(Duration.ofMillis(20), Duration.ofMillis(100)),
                StreamSettings.Limits.documented(),
                egressAddress);
        return StreamSession.open(vertx, settings, events, InstantSource.system(), new Random(1));
    }
}
