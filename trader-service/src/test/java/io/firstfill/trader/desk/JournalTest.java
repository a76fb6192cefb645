package io.firstfill.trader.desk;

import io.firstfill.trader.loop.ThreadEventLoop;

import io.firstfill.trader.state.EventOutbox;

import io.firstfill.trader.lease.TradingLease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Readers rebuild what happened from the order of facts, so a fact that has to be written again is not overtaken. */
class JournalTest {
    private static final Message FIRST = Scene.armed(Instant.EPOCH);
    private static final Message SECOND = Scene.submitted(Instant.EPOCH);
    private static final Message THIRD = Scene.accepted(Instant.EPOCH);

    private final List<Message> topic = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void aFactWrittenAgainIsStillBeforeTheOnesToldAfterIt() {
        try (ThreadEventLoop thread = new ThreadEventLoop("journal")) {
            EventOutbox journal = new EventOutbox(this::write, thread, TradingLease.ALWAYS);
            failures.set(1);

            List.of(FIRST, SECOND, THIRD).forEach(journal::tell);

            await().atMost(Duration.ofSeconds(5)).until(() -> topic.size() == 3);
            assertThat(topic).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void aFactWithNothingBeforeItLeavesAtOnce() {
        try (ThreadEventLoop thread = new ThreadEventLoop("journal")) {
            EventOutbox journal = new EventOutbox(this::write, thread, TradingLease.ALWAYS);
            journal.tell(FIRST);

            journal.tell(SECOND);

            assertThat(topic).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void anAttemptMadeOncePassesTheFactsThatWait() {
        try (ThreadEventLoop thread = new ThreadEventLoop("journal")) {
            EventOutbox journal = new EventOutbox(
                    fact -> fact.equals(FIRST)
                            ? Uni.createFrom().completionStage(new CompletableFuture<>())
                            : write(fact),
                    thread,
                    TradingLease.ALWAYS);
            journal.tell(FIRST);

            journal.tryOnce(SECOND).await().indefinitely();

            assertThat(topic).containsExactly(SECOND);
        }
    }

    private Uni<Void> write(Message fact) {
        if (failures.getAndDecrement() > 0) {
            return Uni.createFrom().failure(new IOException("broker away"));
        }
        topic.add(fact);
        return Uni.createFrom().voidItem();
    }
}
