package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.decision.LossAlerts;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A restarted ledger reads its last records again and repeats what may not have been published: an alert that a person
 * has ended since would stay open for ever with whoever reads it.
 */
class RepeatedAlertTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final RecordPlace PLACE = new RecordPlace("orders.v1", 0, 5);

    private final JournalEntry entry = JournalEntry.Unreadable.of(PAPER, PLACE, new byte[] {1}, "broken", NOON);
    private final Meta recorded = entry.content().meta();
    private final Message alert = LossAlerts.unreadable(recorded, PAPER, PLACE, "broken", NOON);

    @Test
    void theAlertAboutARecordIsRepeatedUntilAPersonAcknowledgesIt() {
        assertThat(readAgain(false).answers()).containsExactly(alert);
    }

    @Test
    void theAlertAboutAnAcknowledgedRecordIsNotRepeated() {
        assertThat(readAgain(true).answers()).isEmpty();
    }

    private BatchResult readAgain(boolean acknowledged) {
        var batch = new EnvironmentBatch(
                transaction(acknowledged), MessageCodec.standard(), Clock.fixed(NOON, ZoneOffset.UTC));
        return batch.record(List.of(entry), List.of()).await().indefinitely();
    }

    /** Returns a transaction on a journal that has the record and its alert. */
    private JournalTransaction transaction(boolean acknowledged) {
        Meta meta = recorded.next(MessageId.derivedFrom("Recorded", recorded.id()), NOON);
        var receipt = new Recorded(meta, PAPER, recorded.id(), 1, Hash.GENESIS.hex());
        return (JournalTransaction) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JournalTransaction.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "head" -> ChainHead.genesis(PAPER);
                    case "receipts" -> Uni.createFrom().item(Map.of(recorded.id(), receipt));
                    case "answersTo" -> Uni.createFrom().item(List.of(alert));
                    case "isAcknowledged" -> Uni.createFrom().item(acknowledged);
                    default -> Uni.createFrom().voidItem();
                });
    }
}
