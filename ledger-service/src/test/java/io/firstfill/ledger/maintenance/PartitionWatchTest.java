package io.firstfill.ledger.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger that cannot create the months to come says until when it can record, and takes it back once it can. */
class PartitionWatchTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final EnvironmentId LIVE = EnvironmentId.of("live");
    private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

    private final List<Message> published = new ArrayList<>();
    private final Stored stored = new Stored();
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final PartitionWatch watch = new PartitionWatch(
            stored,
            message -> Uni.createFrom().item(() -> published.add(message)).replaceWithVoid(),
            List.of(PAPER, LIVE),
            () -> now);

    @Test
    void partitionsAreCreatedMonthsAheadWithoutAWord() {
        check();

        assertThat(stored.ahead).isEqualTo(3);
        assertThat(published).isEmpty();
    }

    @Test
    void aFailureIsAnAlertOfEveryEnvironmentThatSaysWhenRecordingEnds() {
        stored.failing = true;

        check();

        assertThat(published).hasSize(2).allSatisfy(message -> {
            AlertRaised raised = (AlertRaised) message;
            assertThat(raised.kind()).isEqualTo(AlertKind.CHANNEL_STOPPED);
            assertThat(raised.subject()).isEqualTo("journal partitions");
            assertThat(raised.summary()).contains("until " + END);
        });
        assertThat(published).extracting(Message::environment).containsExactly(PAPER, LIVE);
    }

    @Test
    void theNextSuccessClearsTheAlertsThatAreOpenAlsoThoseOfAnEarlierProcess() {
        stored.alerted = List.of(LIVE);

        check();

        assertThat(published).hasSize(1).first().isInstanceOf(AlertCleared.class);
        assertThat(published.getFirst().environment()).isEqualTo(LIVE);
    }

    @Test
    void anAlertIsStatedAnewAtEachCheckAndIsTheSameMessageFromTwoInstances() {
        stored.failing = true;
        check();
        check();
        now = now.plus(Duration.ofHours(6));
        check();

        assertThat(published).hasSize(6);
        assertThat(published.stream().map(message -> message.meta().id()).distinct())
                .hasSize(4);
    }

    @Test
    void aDatabaseThatAnswersNothingIsNoReasonToStop() {
        stored.failing = true;
        stored.lost = true;

        check();

        assertThat(published).isEmpty();
    }

    private void check() {
        watch.check().await().indefinitely();
    }

    private static final class Stored implements Partitions {
        private boolean failing;
        private boolean lost;
        private int ahead;
        private List<EnvironmentId> alerted = List.of();

        @Override
        public Uni<Void> create(int monthsAhead) {
            ahead = monthsAhead;
            return failing
                    ? Uni.createFrom().failure(new IllegalStateException("permission denied"))
                    : Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Instant> end() {
            return lost
                    ? Uni.createFrom().failure(new IllegalStateException("lost"))
                    : Uni.createFrom().item(END);
        }

        @Override
        public Uni<List<EnvironmentId>> alerted(String subject) {
            return Uni.createFrom().item(() -> alerted);
        }
    }
}
