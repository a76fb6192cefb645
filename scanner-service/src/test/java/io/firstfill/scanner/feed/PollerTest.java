package io.firstfill.scanner.feed;

import static io.firstfill.scanner.fixture.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.scanner.fixture.ManualTimers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each feed is polled at its own interval, one poll at a time (FR-003). */
class PollerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualTimers time = new ManualTimers(NOON);
    private final List<PollResult> results = new ArrayList<>();
    private int polls;
    private int atOnce;
    private int underWay;
    private int mostUnderWay;

    @Test
    void aFeedIsPolledAtOnceAndThenFromStartToStartOfItsInterval() {
        poller(Duration.ofSeconds(1), this::answer).start();

        time.advance(Duration.ofSeconds(10));

        assertThat(polls).isEqualTo(11);
    }

    @Test
    void aSlowSourceIsNeverPolledAgainBeforeItHasAnswered() {
        poller(Duration.ofMillis(5), () -> after(Duration.ofSeconds(1), new PollResult.Unusable("slow")))
                .start();

        time.advance(Duration.ofSeconds(10));

        assertThat(mostUnderWay).isEqualTo(1);
        assertThat(results).as("a second each, and the pause after it").hasSize(7);
    }

    @Test
    void aBugInAFeedDoesNotEndThePolling() {
        poller(Duration.ofMillis(5), () -> Uni.createFrom().failure(new IllegalStateException("bug")))
                .start();

        time.advance(Duration.ofSeconds(1));

        assertThat(results).hasSize(3).allMatch(PollResult.Failed.class::isInstance);
    }

    @Test
    void anExpeditedFeedIsPolledBeforeItsRegularTime() {
        Poller poller = poller(HOUR, this::answer);
        poller.start();
        time.runDue();

        poller.expedite(Duration.ofMillis(50));

        time.advance(Duration.ofMillis(49));
        assertThat(polls).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(polls).isEqualTo(2);
    }

    @Test
    void aFeedExpeditedWhileAPollIsUnderWayIsPolledRightAfterIt() {
        Poller poller = poller(HOUR, () -> after(Duration.ofSeconds(1), new PollResult.Unusable("slow")));
        poller.start();
        time.runDue();

        poller.expedite(Duration.ofMillis(50));

        time.advance(Duration.ofMillis(999));
        assertThat(polls).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(polls).isEqualTo(2);
    }

    @Test
    void aFeedIsPulledForwardOnlyWhenItsNextPollIsNear() {
        Poller poller = poller(HOUR, this::answer);
        poller.start();
        time.runDue();

        poller.pollIfDueWithin(Duration.ofMinutes(50));
        time.runDue();
        assertThat(polls).isEqualTo(1);

        poller.pollIfDueWithin(Duration.ofMinutes(70));
        time.runDue();
        assertThat(polls).isEqualTo(2);
    }

    @Test
    void aFeedWithoutBudgetWaitsForIt() {
        poller(Duration.ofMillis(1), () -> now(new PollResult.Held("WEIGHT", NOON.plus(HOUR))))
                .start();

        time.advance(HOUR.minusMillis(1));

        assertThat(polls).isEqualTo(1);
    }

    /**
     * Else a feed polled every 20 s, held for the rest of one, comes too late for the verdict on a pair about to open.
     */
    @Test
    void aHeldFeedIsPolledAsSoonAsThereIsBudgetAndNotAtItsRegularTime() {
        Instant until = NOON.plusMillis(200);
        poller(HOUR, () -> now(new PollResult.Held("WEIGHT", polls == 1 ? until : until.plus(HOUR))))
                .start();

        time.advance(Duration.ofMillis(199));
        assertThat(polls).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(polls).isEqualTo(2);
    }

    @Test
    void aPollThatADecisionWaitsForUsesTheBudgetKeptForItUntilItIsSent() {
        Instant until = NOON.plusMillis(200);
        Poller poller = poller(HOUR, () -> now(new PollResult.Held("WEIGHT", polls == 2 ? until : NOON.plus(HOUR))));
        poller.start();
        time.runDue();

        poller.pollAtOnce(Duration.ofSeconds(1));
        poller.pollAtOnce(Duration.ofSeconds(1));
        time.runDue();
        assertThat(atOnce).as("a second call within a second has no effect").isEqualTo(1);

        time.advanceTo(until);
        assertThat(atOnce).as("the first was held").isEqualTo(2);
    }

    @Test
    void aStoppedFeedIsNotPolledAgain() {
        Poller poller = poller(Duration.ofSeconds(1), this::answer);
        poller.start();
        time.runDue();

        poller.stop();

        time.advance(HOUR);
        assertThat(polls).isEqualTo(1);
    }

    private Uni<PollResult> answer() {
        return now(new PollResult.Unusable("fast"));
    }

    private static Uni<PollResult> now(PollResult result) {
        return Uni.createFrom().item(result);
    }

    private Uni<PollResult> after(Duration delay, PollResult result) {
        return Uni.createFrom().emitter(emitter -> time.after(delay, () -> emitter.complete(result)));
    }

    private Poller poller(Duration interval, Supplier<Uni<PollResult>> answer) {
        Feed feed = new Feed() {
            @Override
            public FeedName name() {
                return FeedName.DEFAULT_SYMBOLS;
            }

            @Override
            public Uni<PollResult> poll() {
                polls++;
                underWay++;
                mostUnderWay = Math.max(mostUnderWay, underWay);
                return answer.get();
            }

            @Override
            public Uni<PollResult> pollAtOnce() {
                atOnce++;
                return poll();
            }
        };
        return new Poller(
                time,
                feed,
                () -> interval,
                result -> {
                    underWay--;
                    results.add(result);
                },
                time);
    }
}
