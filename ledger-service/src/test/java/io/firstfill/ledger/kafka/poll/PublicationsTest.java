package io.firstfill.ledger.kafka.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Receipts keep their order from poll to poll, and none is given up. */
class PublicationsTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders.v1", 0);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super Void>> running = new ArrayList<>();

    @Test
    void aPollIsPublishedAfterThePollBeforeIt() {
        Publications first = Publications.none().next(Map.of(ORDERS, List.of(1L)));
        first.start(() -> work("first"));
        Publications second = first.next(Map.of(ORDERS, List.of(2L)));
        second.start(() -> work("second"));
        assertThat(begun).containsExactly("first");

        running.getFirst().complete(null);

        assertThat(begun).containsExactly("first", "second");
        assertThat(first.unpublished()).isEmpty();
        assertThat(second.unpublished()).containsExactly(Map.entry(ORDERS, 2L));
    }

    @Test
    void whatFailsIsTriedAgainAndHoldsUpWhatFollows() {
        AtomicInteger attempts = new AtomicInteger();
        Publications first = Publications.none().next(Map.of(ORDERS, List.of(1L)));
        first.start(() -> attempts.incrementAndGet() < 3
                ? Uni.createFrom().failure(new IllegalStateException("refused by the test"))
                : Uni.createFrom().voidItem());
        Publications second = first.next(Map.of(ORDERS, List.of(2L)));
        second.start(() -> Uni.createFrom().voidItem().invoke(() -> begun.add("after " + attempts.get())));

        second.done().await().atMost(LIMIT);

        assertThat(begun).containsExactly("after 3");
    }

    @Test
    void aPollThatIsPublishedIsForgotten() {
        Publications polls = Publications.none();
        byte[] batch = new byte[1 << 20];
        WeakReference<byte[]> published = new WeakReference<>(batch);
        polls = polls.next(Map.of(ORDERS, List.of(1L)));
        polls.start(publishing(batch));
        batch = null;
        polls = polls.next(Map.of(ORDERS, List.of(2L)));
        polls.start(() -> Uni.createFrom().voidItem());

        await().atMost(LIMIT).until(() -> {
            System.gc();
            return published.refersTo(null);
        });
        assertThat(polls.unpublished()).isEmpty();
    }

    private static Supplier<Uni<Void>> publishing(byte[] batch) {
        return () -> Uni.createFrom().voidItem().invoke(() -> assertThat(batch).isNotEmpty());
    }

    private Uni<Void> work(String name) {
        return Uni.createFrom().emitter(emitter -> {
            begun.add(name);
            running.add(emitter);
        });
    }
}
