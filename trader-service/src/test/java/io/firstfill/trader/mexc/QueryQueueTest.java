package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Proves that every query is answered, the oldest first, under a budget that is too small for all. */
class QueryQueueTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration FREED_AFTER = Duration.ofMillis(20);

    private final QueryQueue queue = new QueryQueue(InstantSource.system());
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final AtomicInteger budget = new AtomicInteger();

    @Test
    void theOldestQueryIsSentFirstWhenTheBudgetAllows() {
        for (String name : List.of("one", "two", "three", "four", "five")) {
            ask(name).subscribe().with(answer -> answered.add(name));
        }
        for (int answers = 1; answers <= 5; answers++) {
            int expected = answers;
            budget.incrementAndGet();
            await().atMost(LONG).until(() -> answered.size() == expected);
        }

        assertThat(answered).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void aSearchOfTwoQueriesEndsAlthoughOtherQueriesAreRepeated() {
        for (int i = 0; i < 5; i++) {
            repeat();
        }
        ask("first").flatMap(known -> ask("second")).subscribe().with(answer -> answered.add(answer.toString()));

        await().atMost(LONG).until(() -> {
            budget.set(1);
            return !answered.isEmpty();
        });
        assertThat(answered.getFirst()).startsWith("Answer").contains("second");
    }

    @Test
    void aQueryIsHeldUntilTheHoldIsReleasedOrOver() {
        budget.set(2);
        queue.hold(Instant.now().plusSeconds(60));
        ask("held").subscribe().with(answer -> answered.add("held"));
        assertThat(answered).isEmpty();

        queue.release();

        assertThat(answered).containsExactly("held");
        queue.hold(Instant.now().plusMillis(20));
        ask("later").subscribe().with(answer -> answered.add("later"));
        await().atMost(LONG).until(() -> answered.contains("later"));
    }

    @Test
    void aPauseOrderedByTheExchangeIsReturnedInsteadOfWaitedFor() {
        Instant muchLater = Instant.now().plusSeconds(60);
        MexcResult<String> result = queue.ask(() -> Uni.createFrom().item(denied(muchLater)))
                .await()
                .atMost(LONG);

        assertThat(result).isEqualTo(denied(muchLater));
    }

    @Test
    void aFailedQueryLetsTheNextOneProceed() {
        budget.set(1);
        for (int i = 0; i < 4; i++) {
            queue.<String>ask(() -> {
                        throw new IllegalStateException("no credential");
                    })
                    .subscribe()
                    .with(answer -> {}, failure -> answered.add("failed"));
        }

        ask("next").subscribe().with(answer -> answered.add("next"));

        assertThat(answered).containsExactly("failed", "failed", "failed", "failed", "next");
    }

    private void repeat() {
        ask("other").subscribe().with(answer -> repeat());
    }

    private Uni<MexcResult<String>> ask(String name) {
        return queue.ask(() -> Uni.createFrom()
                .item(
                        budget.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                                ? new MexcResult.Answer<>(name, timing())
                                : denied(Instant.now().plus(FREED_AFTER))));
    }

    private static Timing timing() {
        Instant now = Instant.now();
        return new Timing(now, now, now);
    }

    private static MexcResult<String> denied(Instant retryAt) {
        return new MexcResult.NotSent<>(MexcResult.Cause.BUDGET_EMPTY, "SIGNED_REQUESTS", retryAt);
    }
}
