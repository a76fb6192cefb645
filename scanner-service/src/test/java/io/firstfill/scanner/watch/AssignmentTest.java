package io.firstfill.scanner.watch;

import static io.firstfill.scanner.fixture.Observations.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.FeedName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance polls for, and speaks for, the environments that it is assigned and no other. */
class AssignmentTest {
    private static final EnvironmentId ONE = EnvironmentId.of("one");
    private static final EnvironmentId OTHER = EnvironmentId.of("other");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ScannerFixture fixture = new ScannerFixture(Map.of(), Set.of("one", "other"));

    @BeforeEach
    void aCoinIsAnnounced() {
        fixture.exchange.inCalendar("NEWT", OPENING);
    }

    @Test
    void onlyWhatIsAssignedIsPolledAndPublished() {
        assign(Set.of(ONE));
        fixture.advance(MINUTE);

        assertThat(fixture.published.all(Message.class))
                .isNotEmpty()
                .extracting(Message::environment)
                .containsOnly(ONE);
        int alone = fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS);

        assign(Set.of(ONE, OTHER));
        fixture.advance(MINUTE);
        assertThat(fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS) - alone)
                .as("two environments ask twice as often as one")
                .isBetween(alone * 2 - 4, alone * 2 + 4);
    }

    @Test
    void anInstanceWithoutAnAssignmentSendsNothingAndSaysNothing() {
        assign(Set.of());
        fixture.advance(MINUTE.multipliedBy(10));

        assertThat(fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS)).isZero();
        assertThat(fixture.published.all(Message.class)).isEmpty();
    }

    @Test
    void whatIsAssignedToAnotherInstanceIsLeftAtOnceAndTakenUpAgainWithOnePollAtATime() {
        assign(Set.of(ONE));
        fixture.advance(MINUTE);
        int first = fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS);
        for (int change = 0; change < 10; change++) {
            assign(Set.of());
            assign(Set.of(ONE));
        }
        assign(Set.of());
        int left = fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS);
        int published = fixture.published.all(Message.class).size();

        fixture.advance(MINUTE);
        assertThat(fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS)).isEqualTo(left);
        assertThat(fixture.published.all(Message.class)).hasSize(published);

        assign(Set.of(ONE));
        fixture.advance(MINUTE);
        assertThat(fixture.exchange.polls(FeedName.DEFAULT_SYMBOLS) - left).isBetween(first - 3, first + 3);
    }

    private void assign(Set<EnvironmentId> environments) {
        fixture.scanner.assigned(environments::contains);
        fixture.scanner.reset();
        fixture.scanner.opened();
    }
}
