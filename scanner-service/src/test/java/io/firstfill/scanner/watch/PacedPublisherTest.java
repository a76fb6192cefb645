package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.fixture.ManualTimers;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.Observations;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The signal of a surprise is published alone; everything else follows in the order in which it was decided. */
class PacedPublisherTest {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ManualTimers time = new ManualTimers(Observations.NOON);
    private final List<Message> published = new ArrayList<>();
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private final PacedPublisher publisher = new PacedPublisher(Messages.PAPER, this::publish, time, PAUSE);
    private final List<ListingEvent> decided = surprise();

    @Test
    void theOtherEventsOfASurpriseFollowInOrderAPauseAfterItsSignalIsDurable() {
        decided.forEach(publisher::publish);
        time.advance(PAUSE.multipliedBy(10));
        assertThat(published).singleElement().isInstanceOf(ListingSignal.class);

        durable.complete(null);

        time.advance(PAUSE.minusMillis(1));
        assertThat(published).hasSize(1);
        time.advance(Duration.ofMillis(1));
        assertThat(published).containsExactlyElementsOf(decided);
    }

    @Test
    void aSignalThatCannotBePublishedHoldsNothingBack() {
        decided.forEach(publisher::publish);

        durable.completeExceptionally(new IllegalStateException("no broker"));

        assertThat(published).containsExactlyElementsOf(decided);
    }

    @Test
    void nothingIsHeldBackAtTheEnd() {
        decided.forEach(publisher::publish);

        publisher.release();

        assertThat(published).containsExactlyElementsOf(decided);
    }

    @Test
    void withoutASurpriseNothingWaits() {
        List<ListingEvent> others = new ArrayList<>(decided);
        others.removeIf(ListingSignal.class::isInstance);

        others.forEach(publisher::publish);

        assertThat(published).containsExactlyElementsOf(others);
    }

    private static List<ListingEvent> surprise() {
        return List.copyOf(WatchFixture.running()
                .after(PAUSE)
                .observe(Observations.shown(ListingSource.DEFAULT_SYMBOLS, Observations.NEWT))
                .published());
    }

    private Uni<Void> publish(Message message) {
        published.add(message);
        return message instanceof ListingSignal
                ? Uni.createFrom().completionStage(durable)
                : Uni.createFrom().voidItem();
    }
}
