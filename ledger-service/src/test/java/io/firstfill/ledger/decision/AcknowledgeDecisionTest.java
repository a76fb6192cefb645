package io.firstfill.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An acknowledgement ends every alert about its record, whatever the kind under which the alert was written. */
class AcknowledgeDecisionTest {
    private static final RecordPlace PLACE = RecordPlace.of("orders.v1-1@7");

    @Test
    void underUnknownTheAlertsOfAnEarlierContractLevelEndToo() {
        assertThat(AcknowledgeDecision.clearedUnderUnknown(acknowledged(EnvironmentId.of("paper"))))
                .allSatisfy(cleared -> {
                    assertThat(cleared.environment()).isEqualTo(EnvironmentId.UNKNOWN);
                    assertThat(cleared.subject()).isEqualTo(PLACE.toString());
                })
                .extracting(AlertCleared::kind)
                .containsExactlyInAnyOrder(
                        AlertKind.UNREADABLE_MESSAGE, AlertKind.RECORDS_LOST, AlertKind.CHANNEL_STOPPED);
    }

    @Test
    void anAcknowledgementUnderUnknownItselfNeedsNoFurtherEvent() {
        assertThat(AcknowledgeDecision.clearedUnderUnknown(acknowledged(EnvironmentId.UNKNOWN)))
                .isEmpty();
    }

    private static RecordAcknowledged acknowledged(EnvironmentId environment) {
        Meta meta = Meta.first(MessageId.derivedFrom("acknowledged", environment), Instant.EPOCH);
        return new RecordAcknowledged(meta, environment, PLACE, Actor.of("olga"), "a copy");
    }
}
