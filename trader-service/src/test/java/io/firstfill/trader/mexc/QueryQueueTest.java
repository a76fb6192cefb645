package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Proves that every query is answered, the oldest first, under a budget that is too small for all. */
class QueryQueueTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration FREED_AFTER = Duration.ofMillis(20);

    private static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");

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
        Instant opening = Instant.now();
        queue.hold(opening, Instant.now().plusSeconds(60));
        ask("held").subscribe().with(answer -> answered.add("held"));
        assertThat(answered).isEmpty();

        queue.release(opening);

        assertThat(answered).containsExactly("held");
        queue.hold(opening, Instant.now().plusMillis(20));
        ask("later").subscribe().with(answer -> answered.add("later"));
        await().atMost(LONG).until(() -> answered.contains("later"));
    }

    /** An order at an opening is asked about by its look-ups, and again to confirm what was pushed. */
    @Test
    void whoeverAsksAboutTheSameWhileItIsHeldGetsTheAnswerOfOneRequest() {
        AtomicInteger requests = new AtomicInteger();
        queue.hold(OPENING, Instant.now().plusSeconds(60));
        for (String asker : List.of("look-up", "confirmation")) {
            queue.askOnce("order 1", () -> answer("order 1, request " + requests.incrementAndGet()))
                    .subscribe()
                    .with(answer -> answered.add(asker));
        }
        queue.askOnce("order 2", () -> answer("order 2, request " + requests.incrementAndGet()))
                .subscribe()
                .with(answer -> answered.add("other order"));

        queue.release(OPENING);

        assertThat(answered).containsExactly("look-up", "confirmation", "other order");
        assertThat(requests).hasValue(2);
    }

    /** Its answer may be of before the reason to ask again. */
    @Test
    void aQueryThatHasLeftIsNotJoined() {
        AtomicInteger requests = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            queue.askOnce("order 1", () -> {
                        requests.incrementAndGet();
                        return Uni.createFrom().nothing();
                    })
                    .subscribe()
                    .with(answer -> answered.add("never"));
        }

        assertThat(requests).hasValue(2);
    }

    @Test
    void aHoldEndsWithItsTimerWhateverTheClockShowsThen() {
        List<Runnable> timers = new ArrayList<>();
        QueryQueue set = new QueryQueue(InstantSource.fixed(OPENING), (delay, task) -> timers.add(task));
        set.hold(OPENING, OPENING.plusMillis(150));
        set.ask(() -> answer("look-up")).subscribe().with(answer -> answered.add("look-up"));
        assertThat(answered).isEmpty();

        timers.getFirst().run();

        assertThat(answered).containsExactly("look-up");
    }

    @Test
    void theEndOfOneOpeningLeavesTheHoldOfTheNextOne() {
        budget.set(1);
        queue.hold(OPENING, Instant.now().plusSeconds(60));
        queue.hold(OPENING.plusSeconds(1), Instant.now().plusSeconds(60));
        ask("look-up").subscribe().with(answer -> answered.add("look-up"));

        queue.release(OPENING);

        assertThat(answered).isEmpty();
        queue.release(OPENING.plusSeconds(1));
        assertThat(answered).containsExactly("look-up");
    }

    @Test
    void openingsThatFollowOneAnotherHoldAQueryForThreeSecondsAtMost() {
        AtomicReference<Instant> now = new AtomicReference<>(OPENING);
        QueryQueue busy = new QueryQueue(now::get, (delay, task) -> {});
        for (int second = 0; second <= 10; second++) {
            busy.hold(OPENING.plusSeconds(second), OPENING.plusSeconds(second).plusMillis(150));
        }
        busy.ask(() -> answer("look-up")).subscribe().with(answer -> answered.add("look-up"));
        now.set(OPENING.plusMillis(2_900));
        busy.release(OPENING);
        assertThat(answered).isEmpty();

        now.set(OPENING.plusMillis(3_100));
        busy.release(OPENING.plusSeconds(1));

        assertThat(answered).containsExactly("look-up");
    }

    @Test
    void aPriceIsAskedForAheadOfLookUpsAndAgainWhenTheBudgetHasRoom() {
        queue.hold(OPENING, Instant.now().plusSeconds(60));
        ask("look-up").subscribe().with(answer -> answered.add("look-up"));
        queue.askFirst(() -> within("price")).subscribe().with(answer -> answered.add("price"));

        budget.set(1);

        await().atMost(LONG).until(() -> !answered.isEmpty());
        assertThat(answered).containsExactly("price");
    }

    /** Look-ups and prices have rooms of their own: the end of the one is not the end of the other. */
    @Test
    void aPriceDoesNotWaitForTheRoomOfLookUpsNorALookUpForThatOfPrices() {
        List<Runnable> timers = new ArrayList<>();
        QueryQueue set = new QueryQueue(InstantSource.fixed(OPENING), (delay, task) -> timers.add(task));
        set.ask(() -> within("look-up", OPENING)).subscribe().with(answer -> answered.add("look-up"));
        set.askFirst(() -> answer("price")).subscribe().with(answer -> answered.add("price"));
        assertThat(answered).containsExactly("price");

        set.askFirst(() -> within("next price", OPENING)).subscribe().with(answer -> answered.add("next price"));
        budget.set(1);
        timers.getFirst().run();

        assertThat(answered).containsExactly("price", "look-up");
        budget.set(1);
        timers.getLast().run();
        assertThat(answered).containsExactly("price", "look-up", "next price");
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
        return queue.ask(() -> within(name));
    }

    private Uni<MexcResult<String>> within(String name) {
        return within(name, Instant.now());
    }

    private Uni<MexcResult<String>> within(String name, Instant now) {
        return budget.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? answer(name)
                : Uni.createFrom().item(denied(now.plus(FREED_AFTER)));
    }

    private static Uni<MexcResult<String>> answer(String name) {
        return Uni.createFrom().item(new MexcResult.Answer<>(name, timing()));
    }

    private static Timing timing() {
        Instant now = Instant.now();
        return new Timing(now, now, now);
    }

    private static MexcResult<String> denied(Instant retryAt) {
        return new MexcResult.NotSent<>(MexcResult.Cause.BUDGET_EMPTY, "SIGNED_REQUESTS", retryAt);
    }
}
