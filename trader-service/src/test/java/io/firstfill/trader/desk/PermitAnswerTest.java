package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.id.PermitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FR-008: risk frees a reservation only on the trader's word, so the trader has a word for every permit revoked. */
class PermitAnswerTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aPermitOlderThanAnythingRememberedIsGivenBackWhenRevoked() {
        PermitId forgotten = PermitId.derivedFrom("granted two days ago");
        stage.past(Scene.trading(), Scene.started()).open();

        stage.receive(Scene.revoked(forgotten));

        assertThat(stage.told(PermitReturned.class)).singleElement().satisfies(returned -> {
            assertThat(returned.permitId()).isEqualTo(forgotten);
            assertThat(returned.reason()).isEqualTo(ReturnReason.REVOKED);
        });
    }

    @Test
    void aPermitThatPaidForARequestIsNotGivenBackThoughItsOrderIsOver() {
        Instant at = Instant.now().minus(Duration.ofMinutes(5));
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(at), Scene.unresolved(at), Scene.handedOver(at))
                .open();

        stage.receive(Scene.revoked(Scene.PERMIT));

        assertThat(stage.told(PermitReturned.class)).isEmpty();
    }
}
