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

/**
 * FR-008: proves that the trader returns every revoked permit that paid for no request. Risk releases a reservation
 * only when the trader returns its permit.
 */
class PermitReturnsTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPermitOlderThanTheReplayedPastIsReturnedWhenRevoked() {
        PermitId unknown = PermitId.derivedFrom("granted two days ago");
        fixture.past(Messages.trading(), Messages.started()).open();

        fixture.receive(Messages.revoked(unknown));

        assertThat(fixture.published(PermitReturned.class)).singleElement().satisfies(returned -> {
            assertThat(returned.permitId()).isEqualTo(unknown);
            assertThat(returned.reason()).isEqualTo(ReturnReason.REVOKED);
        });
    }

    @Test
    void aPermitThatPaidForARequestIsNotReturnedAlthoughItsOrderHasEnded() {
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
