package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.ChainReader;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalEntry.Branch.Exported;
import io.firstfill.ledger.journal.JournalRow;
import io.firstfill.ledger.journal.Verification;
import io.firstfill.ledger.kafka.ExportedHeads.Heads;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A database counts as whole only when it holds what the last of all receipts say. */
class ExportedHeadsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Hash HASH = new Hash("a".repeat(64));
    private static final Hash OTHER = new Hash("b".repeat(64));

    private final ExportedHeads heads = new ExportedHeads(Map.of(), MessageCodec.standard(), new OneRow());

    @Test
    void theChainWhoseLastExportedRowIsStoredIsHeld() {
        assertThat(held(new Exported(7, HASH.hex()), true)).containsExactly(PAPER);
    }

    @Test
    void aChainThatLacksTheRowOrHasAnotherOneIsNotHeld() {
        assertThat(held(new Exported(8, HASH.hex()), true)).isEmpty();
        assertThat(held(new Exported(7, OTHER.hex()), true)).isEmpty();
    }

    @Test
    void nothingIsHeldWhereTheLastReceiptsCouldNotBeRead() {
        assertThat(held(new Exported(7, HASH.hex()), false)).isEmpty();
    }

    private Set<EnvironmentId> held(Exported last, boolean complete) {
        return heads.held(new Heads(Map.of(PAPER, last), complete)).await().indefinitely();
    }

    /** The chain up to position 7, of which only the last row is asked for. */
    private static final class OneRow implements ChainReader {
        private static final JournalRow LAST = new JournalRow(
                PAPER,
                7,
                MessageId.derivedFrom("last"),
                "alerts.v1",
                "Test",
                "{}",
                OTHER,
                Instant.EPOCH,
                Instant.EPOCH,
                OTHER,
                HASH);

        @Override
        public Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit) {
            return Uni.createFrom().item(position < 7 && upTo >= 7 ? List.of(LAST) : List.of());
        }

        @Override
        public Uni<ChainHead> border(EnvironmentId environment) {
            return Uni.createFrom().item(ChainHead.genesis(environment));
        }

        @Override
        public Uni<ChainHead> head(EnvironmentId environment) {
            return Uni.createFrom().item(new ChainHead(PAPER, 7, HASH));
        }

        @Override
        public Uni<List<Verification.Branch>> branches(EnvironmentId environment) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<ChainHead> checkpoint(EnvironmentId environment) {
            return head(environment);
        }

        @Override
        public Uni<Void> verified(ChainHead upTo, Instant at) {
            return Uni.createFrom().voidItem();
        }
    }
}
