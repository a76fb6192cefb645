package io.firstfill.service.kafka.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves for which environments a service gives signs of life, and how often. */
class HeartbeatsTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final EnvironmentId ONE = EnvironmentId.of("one");
    private static final EnvironmentId TWO = EnvironmentId.of("two");

    private final Set<EnvironmentId> assigned = new HashSet<>();
    private final Heartbeats heartbeats = new Heartbeats(
            new Heartbeats.Source("trader", "trader-1", START), assigned::contains, Duration.ofSeconds(2));

    @Test
    void anAssignedEnvironmentGetsASignAtOnceAndEveryTwoSecondsUntilItIsTakenAway() {
        assertThat(due(0)).isEmpty();
        assigned.add(ONE);

        List<Heartbeat> signs = new ArrayList<>();
        for (long millis = 500; millis <= 4_500; millis += 500) {
            signs.addAll(due(millis));
        }
        assertThat(signs)
                .extracting(sign ->
                        Duration.between(START, sign.meta().occurredAt()).toMillis())
                .containsExactly(500L, 2_500L, 4_500L);
        assertThat(signs).allSatisfy(sign -> {
            assertThat(sign.environment()).isEqualTo(ONE);
            assertThat(sign.service()).isEqualTo("trader");
            assertThat(sign.instance()).isEqualTo("trader-1");
            assertThat(sign.startedAt()).isEqualTo(START);
        });
        assertThat(signs.stream().map(sign -> sign.meta().id()).distinct()).hasSize(3);

        assigned.clear();
        assertThat(due(7_000)).isEmpty();
        assigned.add(ONE);
        assertThat(due(7_500)).as("assigned again").hasSize(1);
    }

    @Test
    void eachEnvironmentHasItsOwnSigns() {
        assigned.add(ONE);
        assertThat(due(0)).hasSize(1);
        assigned.add(TWO);

        assertThat(due(500)).extracting(Heartbeat::environment).containsExactly(TWO);
        assertThat(due(2_500)).extracting(Heartbeat::environment).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void aClockThatIsSteppedBackSilencesNothing() {
        assigned.add(ONE);
        assertThat(due(60_000)).hasSize(1);

        assertThat(due(0)).hasSize(1);
        assertThat(due(500)).isEmpty();
        assertThat(due(2_000)).hasSize(1);
    }

    private List<Heartbeat> due(long millis) {
        return heartbeats.due(List.of(ONE, TWO), START.plusMillis(millis));
    }
}
