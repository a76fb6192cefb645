package io.firstfill.trader.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.service.json.UnwritableMessageException;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.lease.TradingLease;
import io.firstfill.trader.loop.VirtualTime;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Proves that the outbox keeps the order of events when it retries one: readers rebuild the past from the order on the
 * topic.
 */
class EventOutboxTest {
    private static final Message FIRST = Messages.armed(Instant.EPOCH);
    private static final Message SECOND = Messages.submitted(Instant.EPOCH);
    private static final Message THIRD = Messages.accepted(Instant.EPOCH);

    private final VirtualTime time = new VirtualTime();
    private final List<Message> topic = new ArrayList<>();
    private int failures;

    @Test
    void aRetriedEventStaysBeforeTheEventsPublishedAfterIt() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        failures = 1;

        List.of(FIRST, SECOND, THIRD).forEach(outbox::publish);

        assertThat(topic).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(topic).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void anEventWithNoneBeforeItIsWrittenAtOnce() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        outbox.publish(FIRST);

        outbox.publish(SECOND);

        assertThat(topic).containsExactly(FIRST, SECOND);
    }

    @Test
    void eventsOfAnOpeningWaitForTheAnswerOfItsRequestsAndLeaveInTheirOrder() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        outbox.hold(Duration.ofMillis(60));
        List.of(FIRST, SECOND).forEach(outbox::publish);
        assertThat(topic).isEmpty();

        outbox.release();

        assertThat(topic).containsExactly(FIRST, SECOND);
        outbox.publish(THIRD);
        assertThat(topic).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void noHoldOutlastsItsTimeNorTheOneThatIsUnderWay() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        outbox.hold(Duration.ofMillis(60));
        outbox.publish(FIRST);
        time.advance(Duration.ofMillis(59));
        outbox.hold(Duration.ofMillis(60));
        assertThat(topic).isEmpty();

        time.advance(Duration.ofMillis(1));

        assertThat(topic).containsExactly(FIRST);
    }

    @Test
    void aHoldThatWasReleasedDoesNotEndTheNextOneInItsPlace() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        outbox.hold(Duration.ofMillis(60));
        outbox.release();
        time.advance(Duration.ofMillis(50));
        outbox.hold(Duration.ofMillis(60));
        outbox.publish(FIRST);

        time.advance(Duration.ofMillis(59));
        assertThat(topic).isEmpty();

        time.advance(Duration.ofMillis(1));
        assertThat(topic).containsExactly(FIRST);
    }

    @Test
    void anEventThatIsBeingWrittenIsFollowedByTheNextOneOnlyAfterTheHold() {
        EventOutbox outbox = new EventOutbox(this::write, time.newLoop(), TradingLease.ALWAYS);
        failures = 1;
        outbox.publish(FIRST);
        outbox.hold(Duration.ofSeconds(2));
        outbox.publish(SECOND);

        time.advance(Duration.ofSeconds(1));
        assertThat(topic).containsExactly(FIRST);

        outbox.release();
        assertThat(topic).containsExactly(FIRST, SECOND);
    }

    @Test
    void anEventThatCanNeverBeWrittenHoldsUpNoOtherAndIsNeverTakenForDurable() {
        List<Message> durable = new ArrayList<>();
        List<Message> dropped = new ArrayList<>();
        EventOutbox outbox = new EventOutbox(
                event -> event.equals(FIRST)
                        ? Uni.createFrom().failure(new UnwritableMessageException("too large", null))
                        : write(event),
                time.newLoop(),
                TradingLease.ALWAYS);

        outbox.publish(FIRST, () -> durable.add(FIRST), () -> dropped.add(FIRST));
        outbox.publish(SECOND, () -> durable.add(SECOND), () -> dropped.add(SECOND));
        time.advance(Duration.ofSeconds(1));

        assertThat(topic).containsExactly(SECOND);
        assertThat(durable).containsExactly(SECOND);
        assertThat(dropped).containsExactly(FIRST);
    }

    @Test
    void anEventPublishedOncePassesTheQueue() {
        EventOutbox outbox = new EventOutbox(
                event -> event.equals(FIRST)
                        ? Uni.createFrom().completionStage(new CompletableFuture<>())
                        : write(event),
                time.newLoop(),
                TradingLease.ALWAYS);
        outbox.publish(FIRST);

        outbox.publishOnce(SECOND).await().indefinitely();

        assertThat(topic).containsExactly(SECOND);
    }

    private Uni<Void> write(Message event) {
        if (failures-- > 0) {
            return Uni.createFrom().failure(new IOException("broker away"));
        }
        topic.add(event);
        return Uni.createFrom().voidItem();
    }
}
