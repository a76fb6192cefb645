package io.firstfill.benchmark.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.benchmark.contest.Rival.Trader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that the rival is as good as it is described: nothing it loses by is a fault of ours in writing it. */
class RivalTest {
    private record Arrival(Instant at, String uri, String from) {}

    private static final InstantSource CLOCK = InstantSource.system();

    private final Vertx vertx = Vertx.vertx();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<Integer> connections = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itWritesTheSameRequestUntilOneIsTaken() {
        try (Rival rival = rival(exchange(4))) {
            rival.attack("NEWUSDT", CLOCK.instant().plusMillis(50), ten());
        }

        assertThat(arrivals).hasSizeBetween(4, 10);
        assertThat(arrivals)
                .extracting(Arrival::uri)
                .containsOnly(arrivals.getFirst().uri());
        assertThat(arrivals).extracting(Arrival::from).containsOnly("127.0.0.2");
    }

    @Test
    void itWritesTenTimesAndNotBeforeTheOpening() {
        Instant opening;
        try (Rival rival = rival(exchange(Integer.MAX_VALUE))) {
            opening = CLOCK.instant().plusMillis(50);
            rival.attack("NEWUSDT", opening, ten());
        }

        assertThat(arrivals).hasSize(10);
        assertThat(arrivals.getFirst().at()).isAfterOrEqualTo(opening);
        assertThat(Duration.between(opening, arrivals.getLast().at())).isGreaterThanOrEqualTo(Duration.ofMillis(36));
    }

    @Test
    void whatItWritesBeforeTheFirstAttackOpensEveryConnectionAndBuysNothingThatIsListed() {
        try (Rival rival = rival(exchange(Integer.MAX_VALUE))) {
            rival.warmUp();
            int opened = connections.size();
            rival.attack("NEWUSDT", CLOCK.instant().plusMillis(50), ten());

            assertThat(opened).isEqualTo(10);
            assertThat(connections).as("kept from then on").hasSize(10);
        }
        assertThat(arrivals.subList(0, arrivals.size() - 10))
                .isNotEmpty()
                .noneMatch(arrival -> arrival.uri().contains("NEWUSDT"));
    }

    private static List<Duration> ten() {
        return ContestSchedule.rivalSends(listing(ContestMode.LATE), 0);
    }

    private static ContestListing listing(ContestMode mode) {
        return new ContestListing(mode, "NEW", Instant.EPOCH, Instant.EPOCH, 0);
    }

    private Rival rival(HttpServer exchange) {
        return new Rival(
                URI.create("http://127.0.0.1:" + exchange.actualPort()),
                "127.0.0.2",
                new Trader("key", "secret", "20"),
                CLOCK);
    }

    /** An exchange that takes the order of this request and those after it. */
    private HttpServer exchange(int taken) {
        return vertx.createHttpServer()
                .connectionHandler(
                        connection -> connections.add(connection.remoteAddress().port()))
                .requestHandler(request -> {
                    arrivals.add(new Arrival(
                            CLOCK.instant(),
                            request.uri(),
                            request.remoteAddress().host()));
                    request.response()
                            .setStatusCode(arrivals.size() >= taken ? 200 : 400)
                            .end("{}");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
