package io.firstfill.ledger.kafka.poll;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What a poll has to publish after its transactions. It is published while the next poll is recorded, but not before
 * everything of the poll before it is.
 */
public final class Publications {
    private static final Logger LOG = Logger.getLogger(Publications.class);
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Map<TopicPartition, Long> firsts = new HashMap<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private Uni<Void> last;

    private Publications(Uni<Void> last) {
        this.last = last;
    }

    /** Returns what there is to publish before the first poll: nothing. */
    public static Publications none() {
        return new Publications(Uni.createFrom().voidItem());
    }

    /**
     * Returns those of the next poll.
     *
     * @param offsets of the poll's records, ascending in each partition
     */
    public Publications next(Map<TopicPartition, List<Long>> offsets) {
        Publications next = new Publications(last);
        offsets.forEach((partition, all) -> next.firsts.put(partition, all.getFirst()));
        return next;
    }

    /** Begins the work as soon as what is to be published before it is; it is repeated until it succeeds. */
    public void start(Supplier<Uni<Void>> work) {
        Uni<Void> before = last;
        // The end knows nothing of the work: a chain of what was published would hold every batch ever recorded.
        CompletableFuture<Void> ended = new CompletableFuture<>();
        last = Uni.createFrom().completionStage(ended);
        unfinished.incrementAndGet();
        before.chain(() -> work.get())
                .onFailure()
                .invoke(failure -> LOG.error("Publication failed and is tried again", failure))
                .onFailure()
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely()
                .subscribe()
                .with(
                        published -> {
                            unfinished.decrementAndGet();
                            ended.complete(null);
                        },
                        ended::completeExceptionally);
    }

    /** Completes when everything started so far is published. */
    public Uni<Void> done() {
        return last;
    }

    /** Returns the first offsets of the poll while something of it is not published, otherwise nothing. */
    Map<TopicPartition, Long> unpublished() {
        return unfinished.get() == 0 ? Map.of() : firsts;
    }
}
