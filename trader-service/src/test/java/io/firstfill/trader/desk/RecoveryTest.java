package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.run.RunStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a restarted trader may do about the past. */
class RecoveryTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @AfterEach
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void anArmedBuyDoesNotFireWhenWhatItWasArmedForIsGone(String name, Class<? extends Message> answer) {
        Instant opening = Instant.now().plusMillis(1_600);
        stage.past(
                Scene.trading(),
                Scene.started(),
                Scene.granted(Scene.PERMIT),
                Scene.signal(Scene.LISTING, opening, opening.plusSeconds(10)),
                Scene.armed(opening),
                switch (name) {
                    case "withdrawn" -> Scene.withdrawn();
                    case "rescheduled" -> Scene.rescheduled(opening, opening.plusSeconds(60));
                    case "stopped and answered" -> new RunStopped(Scene.meta(opening), DeskStage.PAPER, Scene.RUN);
                    default -> Scene.revoked(Scene.PERMIT);
                });

        stage.open();

        DeskStage.waitUntil(opening.plusMillis(200));
        assertThat(stage.venue.placed).isEmpty();
        assertThat(stage.told(answer)).hasSize(1);
        assertThat(stage.told(PermitReturned.class))
                .singleElement()
                .satisfies(returned -> assertThat(returned.permitId()).isEqualTo(Scene.PERMIT));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                arguments("withdrawn", OrderDenied.class),
                arguments("rescheduled", PermitReturned.class),
                arguments("stopped and answered", OrderDenied.class),
                arguments("revoked", PermitReturned.class));
    }

    @Test
    void anArmedBuyWhoseReasonsStillHoldFiresAfterTheRestart() {
        Instant opening = Instant.now().plusMillis(1_600);
        stage.past(
                Scene.trading(),
                Scene.started(),
                Scene.granted(Scene.PERMIT),
                Scene.signal(Scene.LISTING, opening, opening.plusSeconds(10)),
                Scene.armed(opening));

        stage.open();

        stage.awaitOne(OrderSubmitted.class);
        assertThat(stage.venue.placed).containsExactly(Scene.ORDER);
    }
}
