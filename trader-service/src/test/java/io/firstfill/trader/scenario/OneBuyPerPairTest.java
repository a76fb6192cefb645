package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that one run buys a pair once, although the pair is announced again under another listing id. */
class OneBuyPerPairTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSecondListingOfAPairIsDeniedAfterTheFirstWasSubmitted() {
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(secondPermit()))
                .open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.awaitOne(OrderSubmitted.class);

        fixture.receive(
                Messages.signal(Messages.OTHER_LISTING, null, fixture.now().plusSeconds(5)));

        assertOtherListingDenied();
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }

    @Test
    void aSecondListingOfAPairIsDeniedWhenTheFirstWasSubmittedBeforeARestart() {
        Instant hourAgo = fixture.now().minus(Duration.ofHours(1));
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(secondPermit()),
                        Messages.submitted(hourAgo),
                        Messages.handedOver(hourAgo))
                .open();

        fixture.receive(
                Messages.signal(Messages.OTHER_LISTING, null, fixture.now().plusSeconds(5)));

        assertOtherListingDenied();
        assertThat(fixture.exchange.placed).isEmpty();
    }

    private void assertOtherListingDenied() {
        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.PAIR_ALREADY_BOUGHT);
        assertThat(denied.listingId()).isEqualTo(Messages.OTHER_LISTING);
    }

    private static PermitId secondPermit() {
        return PermitId.derivedFrom("second permit");
    }
}
