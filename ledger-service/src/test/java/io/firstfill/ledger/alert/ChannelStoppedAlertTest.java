package io.firstfill.ledger.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alert that the ledger cannot record stays on its topic however long that lasts, and is one alert. */
class ChannelStoppedAlertTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private final List<Message> published = new ArrayList<>();
    private boolean brokerAway;
    private Instant now = NOON;
    private final ChannelStoppedAlert alert = new ChannelStoppedAlert(this::publish, () -> now);

    @Test
    void itIsRestatedOnceADayWithTheFirstRaiseAsItsCause() {
        stalledFor(Duration.ofDays(10));

        assertThat(published).hasSize(10);
        assertThat(published.stream().skip(1))
                .extracting(message -> message.meta().causationId())
                .containsOnly(published.getFirst().meta().id());
        assertThat(published).extracting(message -> message.meta().id()).doesNotHaveDuplicates();
    }

    @Test
    void aRestatementThatIsNotSentIsTriedAgain() {
        stalledFor(Duration.ofHours(23));
        brokerAway = true;
        stalledFor(Duration.ofHours(3));
        brokerAway = false;
        stalledFor(Duration.ofHours(1));

        assertThat(published).hasSize(2);
        assertThat(published.getLast().meta().causationId())
                .isEqualTo(published.getFirst().meta().id());
    }

    @Test
    void theNextTimeIsAnotherAlert() {
        stalledFor(Duration.ofMinutes(1));
        alert.recording(PAPER);
        stalledFor(Duration.ofMinutes(1));

        assertThat(published).hasSize(2);
        assertThat(published).allMatch(message -> message.meta().causationId() == null);
    }

    private void stalledFor(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            alert.stalled(PAPER);
            now = now.plusSeconds(10);
        }
    }

    private Uni<Void> publish(Message message) {
        if (brokerAway) {
            return Uni.createFrom().failure(new IllegalStateException("the broker is away"));
        }
        published.add(message);
        return Uni.createFrom().voidItem();
    }
}
