package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.ListingSource;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A surprise's signal is alone on its way; everything else follows in the order in which it was decided. */
class PacedPublisherTest {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final List<Message> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private final PacedPublisher voice = new PacedPublisher(Scene.PAPER, this::tell, PAUSE);
    private final List<ListingEvent> decided = surprise();

    @Test
    void theOtherFactsOfASurpriseFollowInOrderAfterItsSignalIsOut() {
        decided.forEach(voice::say);

        assertThat(said).singleElement().isInstanceOf(ListingSignal.class);

        durable.complete(null);
        await().atMost(LONG).until(() -> said.size() == decided.size());
        assertThat(said).containsExactlyElementsOf(decided);
    }

    @Test
    void aSignalThatCannotBeSaidHoldsNothingBack() {
        decided.forEach(voice::say);

        durable.completeExceptionally(new IllegalStateException("no broker"));

        await().atMost(LONG).until(() -> said.size() == decided.size());
    }

    @Test
    void nothingIsHeldBackAtTheEnd() {
        decided.forEach(voice::say);

        voice.release();

        assertThat(said).containsExactlyElementsOf(decided);
    }

    @Test
    void withoutASurpriseNothingWaits() {
        List<ListingEvent> others = new ArrayList<>(decided);
        others.removeIf(ListingSignal.class::isInstance);

        others.forEach(voice::say);

        assertThat(said).containsExactlyElementsOf(others);
    }

    private static List<ListingEvent> surprise() {
        return List.copyOf(Scene.running()
                .after(PAUSE)
                .see(Scene.shown(ListingSource.DEFAULT_SYMBOLS, Scene.NEWT))
                .told());
    }

    private Uni<Void> tell(Message message) {
        said.add(message);
        return message instanceof ListingSignal
                ? Uni.createFrom().completionStage(durable)
                : Uni.createFrom().voidItem();
    }
}
