package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A database counts as whole only when it holds what the last of all receipts say. */
class ExportedHeadsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final EnvironmentId BUSY = EnvironmentId.of("busy");
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

    @Test
    void theLastReceiptOfAQuietEnvironmentIsFoundBeforeThoseOfABusyOne() {
        List<Recorded> receipts = new ArrayList<>();
        receipts.add(receipt(PAPER, 3));
        receipts.add(receipt(PAPER, 7));
        for (int position = 1; position <= 2 * ExportedHeads.WINDOW; position++) {
            receipts.add(receipt(BUSY, position));
        }

        Heads read = heads.read(new Receipts(receipts), Set.of(PAPER, BUSY));

        assertThat(read.complete()).isTrue();
        assertThat(read.last()).containsOnlyKeys(PAPER, BUSY);
        assertThat(read.last().get(PAPER)).isEqualTo(new Exported(7, HASH.hex()));
        assertThat(read.last()).containsEntry(BUSY, new Exported(2 * ExportedHeads.WINDOW, HASH.hex()));
    }

    @Test
    void noMoreIsReadThanItTakesToFindOneReceiptOfEachEnvironment() {
        List<Recorded> receipts = new ArrayList<>();
        for (int position = 1; position <= 3 * ExportedHeads.WINDOW; position++) {
            receipts.add(receipt(PAPER, position));
        }
        Receipts topic = new Receipts(receipts);

        assertThat(heads.read(topic, Set.of(PAPER)).last())
                .containsEntry(PAPER, new Exported(3 * ExportedHeads.WINDOW, HASH.hex()));
        assertThat(topic.earliest).isEqualTo(2 * ExportedHeads.WINDOW);
    }

    private static Recorded receipt(EnvironmentId environment, long position) {
        MessageId id = MessageId.derivedFrom(environment, position);
        return new Recorded(Meta.first(id, Instant.EPOCH), environment, id, position, HASH.hex());
    }

    /** The only partition of the receipts. */
    private static final class Receipts extends MockConsumer<String, byte[]> {
        private static final TopicPartition PARTITION = new TopicPartition(Topics.RECORDED, 0);

        private final List<byte[]> receipts;
        private long earliest = Long.MAX_VALUE;

        Receipts(List<Recorded> receipts) {
            super("none");
            MessageCodec codec = MessageCodec.standard();
            this.receipts = receipts.stream().map(codec::write).toList();
            updatePartitions(
                    Topics.RECORDED,
                    List.of(new PartitionInfo(Topics.RECORDED, 0, Node.noNode(), new Node[0], new Node[0])));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, (long) receipts.size()));
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            earliest = Math.min(earliest, offset);
            for (long at = offset; at < receipts.size(); at++) {
                addRecord(new ConsumerRecord<>(Topics.RECORDED, 0, at, "key", receipts.get((int) at)));
            }
        }
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
