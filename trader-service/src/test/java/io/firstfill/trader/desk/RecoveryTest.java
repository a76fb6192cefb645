package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderDenied;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a restarted trader may do about the past. */
class RecoveryTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @org.junit.jupiter.api.AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aSignalAnsweredBeforeOrdersAreReadIsNotDeniedAgain() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(3));
        stage.past(Scene.trading(), Scene.started(), Scene.signal(Scene.LISTING, longAgo, longAgo.plusSeconds(10)));

        stage.open();

        stage.settle();
        assertThat(stage.told(OrderDenied.class)).isEmpty();
    }

    @Test
    void whatArrivesWhileTheKeyIsBeingProvedWaitsForTheOrdersOfThePast() {
        Instant opening = Instant.now().minusSeconds(1);
        stage.past(
                Scene.trading(),
                Scene.started(),
                Scene.granted(Scene.PERMIT),
                Scene.signal(Scene.LISTING, opening, opening.plusSeconds(10)),
                Scene.armed(opening));

        stage.receive(Scene.withdrawn());

        assertThat(stage.told).isEmpty();
    }
}
