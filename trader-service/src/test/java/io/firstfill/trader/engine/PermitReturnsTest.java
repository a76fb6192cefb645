package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FR-008: risk frees a reservation only on the trader's word, so the trader has a word for every permit revoked. */
class PermitReturnsTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPermitOlderThanAnythingRememberedIsGivenBackWhenRevoked() {
        PermitId forgotten = PermitId.derivedFrom("granted two days ago");
        fixture.past(Messages.trading(), Messages.started()).open();

        fixture.receive(Messages.revoked(forgotten));

        assertThat(fixture.published(PermitReturned.class)).singleElement().satisfies(returned -> {
            assertThat(returned.permitId()).isEqualTo(forgotten);
            assertThat(returned.reason()).isEqualTo(ReturnReason.REVOKED);
        });
    }

    @Test
    void aPermitThatPaidForARequestIsNotGivenBackThoughItsOrderIsOver() {
        Instant at = fixture.now().minus(Duration.ofMinutes(5));
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.submitted(at),
                        Messages.unresolved(at),
                        Messages.handedOver(at))
                .open();

        fixture.receive(Messages.revoked(Messages.PERMIT));

        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }
}
