package io.firstfill.scanner.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each feed has a rhythm of its own (FR-003). */
class PollerTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<PollResult> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void closed() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSlowSourceIsNeverAskedASecondTimeBeforeItHasAnswered() {
        Poller poller = poller(Duration.ofMillis(5), () -> slow(Duration.ofMillis(40)));

        poller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() >= 5);
        poller.stop();

        assertThat(mostOpen).hasValue(1);
    }

    @Test
    void whatGoesWrongInALookDoesNotEndThePolling() {
        Poller poller = poller(Duration.ofMillis(5), () -> Uni.createFrom().failure(new IllegalStateException("bug")));

        poller.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() >= 2);
        poller.stop();
        assertThat(heard).allMatch(PollResult.Failed.class::isInstance);
    }

    @Test
    void aHurriedFeedIsAskedBeforeItsTurn() {
        Poller poller = poller(Duration.ofHours(1), () -> slow(Duration.ofMillis(1)));
        poller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() == 1);

        poller.hurry(Duration.ZERO);

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() == 2);
        poller.stop();
    }

    @Test
    void aFeedIsPulledForwardOnlyWhenItsTurnIsNear() {
        Poller poller = poller(Duration.ofHours(1), () -> slow(Duration.ofMillis(1)));
        poller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() == 1);

        poller.pull(Duration.ofMinutes(50));
        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(1)).until(() -> asked.get() == 1);

        poller.pull(Duration.ofMinutes(70));
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() == 2);
        poller.stop();
    }

    @Test
    void aFeedWithoutBudgetWaitsForIt() {
        Poller poller = poller(
                Duration.ofMillis(1),
                () -> Uni.createFrom()
                        .item(new PollResult.Held(
                                "WEIGHT", Clock.systemUTC().instant().plusSeconds(3600))));

        poller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() == 1);

        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(1)).until(() -> asked.get() == 1);
        poller.stop();
    }

    /** Else a list asked every 20 s, held for the rest of one, comes too late for the verdict on a pair about to open. */
    @Test
    void whatWasHeldIsAskedAsSoonAsItMayBeAndNotAtItsNextTurn() {
        Instant until = Clock.systemUTC().instant().plusMillis(200);
        Poller poller = poller(
                Duration.ofHours(1),
                () -> Uni.createFrom()
                        .item(new PollResult.Held("WEIGHT", asked.get() == 1 ? until : until.plusSeconds(3600))));

        poller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> asked.get() == 2);

        assertThat(Clock.systemUTC().instant()).isAfterOrEqualTo(until);
        poller.stop();
    }

    private Poller poller(Duration interval, Supplier<Uni<PollResult>> answer) {
        Feed feed = new Feed() {
            @Override
            public FeedName name() {
                return FeedName.DEFAULT_SYMBOLS;
            }

            @Override
            public Uni<PollResult> look() {
                asked.incrementAndGet();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                return answer.get();
            }
        };
        return new Poller(
                vertx,
                feed,
                () -> interval,
                look -> {
                    open.decrementAndGet();
                    heard.add(look);
                },
                Clock.systemUTC());
    }

    private static Uni<PollResult> slow(Duration delay) {
        return Uni.createFrom()
                .<PollResult>item(new PollResult.Odd("slow"))
                .onItem()
                .delayIt()
                .by(delay);
    }
}
