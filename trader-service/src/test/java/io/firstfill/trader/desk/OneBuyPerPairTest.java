package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.id.PermitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pair announced again under another listing id is one listing: one run buys it once. */
class OneBuyPerPairTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theSecondListingOfAPairIsDeniedAfterTheFirstWasSent() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT), Scene.granted(secondPermit()))
                .open();
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(5)));
        stage.awaitOne(OrderSubmitted.class);

        stage.receive(Scene.signal(Scene.OTHER_LISTING, null, Instant.now().plusSeconds(5)));

        assertThatTheOtherIsDenied();
        assertThat(stage.venue.placed).containsExactly(Scene.ORDER);
    }

    @Test
    void itIsDeniedAlsoWhenTheFirstWasSentBeforeARestart() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        stage.past(
                        Scene.trading(),
                        Scene.started(),
                        Scene.granted(secondPermit()),
                        Scene.submitted(hourAgo),
                        Scene.handedOver(hourAgo))
                .open();

        stage.receive(Scene.signal(Scene.OTHER_LISTING, null, Instant.now().plusSeconds(5)));

        assertThatTheOtherIsDenied();
        assertThat(stage.venue.placed).isEmpty();
    }

    private void assertThatTheOtherIsDenied() {
        OrderDenied denied = stage.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.PAIR_ALREADY_BOUGHT);
        assertThat(denied.listingId()).isEqualTo(Scene.OTHER_LISTING);
    }

    private static PermitId secondPermit() {
        return PermitId.derivedFrom("second permit");
    }
}
