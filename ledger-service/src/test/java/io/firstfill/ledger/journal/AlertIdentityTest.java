package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.decision.LossAlerts;
import io.firstfill.ledger.decision.StoppedAlert;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No two alerts of the ledger are one alert at any contract level: at level 1 kinds of different meaning are written as
 * one, and there only the subject keeps the end of one from ending the other.
 */
class AlertIdentityTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    @Test
    void openAlertsOfTheLedgerNeverShareKindAndSubject() throws UnreadableMessageException {
        for (int level : new int[] {1, 2}) {
            List<String> identities = new ArrayList<>();
            identities.add(identity(level, StoppedAlert.raised(PAPER, NOON, NOON)));
            for (String topic : List.of(Topics.ORDERS, Topics.ALERTS, Topics.RUNS)) {
                RecordPlace place = new RecordPlace(topic, 1, 4711);
                Meta recorded = Meta.first(MessageId.derivedFrom(topic), NOON);
                identities.add(identity(level, LossAlerts.unreadable(recorded, PAPER, place, "broken", NOON)));
                identities.add(identity(level, LossAlerts.lost(recorded, PAPER, place, 4712, NOON)));
            }

            assertThat(identities).as("level %d", level).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRestatementThatTheLedgerIsStoppedNamesTheRaise() {
        var first = StoppedAlert.raised(PAPER, NOON, NOON.plusSeconds(5));
        var again = StoppedAlert.restated(PAPER, NOON, NOON.plusSeconds(90_000));

        assertThat(again.meta().causationId()).isEqualTo(first.meta().id());
        assertThat(again.meta().id()).isNotEqualTo(first.meta().id());
        assertThat(again.subject()).isEqualTo(first.subject());
    }

    /** Returns what readers take for one alert. */
    private static String identity(int level, AlertEvent event) throws UnreadableMessageException {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        MessageCodec codec = new MessageCodec(json, level);
        AlertEvent read = (AlertEvent) codec.read(Topics.ALERTS, codec.write(event));
        return read.kind() + " " + read.subject();
    }
}
