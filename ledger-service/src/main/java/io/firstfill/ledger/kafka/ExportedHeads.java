package io.firstfill.ledger.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.ledger.journal.ChainReader;
import io.firstfill.ledger.journal.JournalEntry.Branch.Exported;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the receipts that the ledger published last, and from them how far each chain had come: a restored database no
 * longer knows.
 */
@ApplicationScoped
class ExportedHeads {
    private static final Logger LOG = Logger.getLogger(ExportedHeads.class);
    /** Receipts of each partition: more than a poll of the journal has records. */
    private static final long LAST = 5_000;

    private static final Duration POLL = Duration.ofMillis(100);
    /** Polls without a record after which the rest is left out, 5 s together. */
    private static final int SILENT_POLLS = 50;

    private final Map<String, Object> broker;
    private final MessageCodec codec;
    private final ChainReader chains;

    ExportedHeads(
            @Identifier("default-kafka-broker") Map<String, Object> broker, MessageCodec codec, ChainReader chains) {
        this.broker = broker;
        this.codec = codec;
        this.chains = chains;
    }

    /**
     * What the receipts say.
     *
     * @param last the receipt of the highest position among the last ones of each environment
     * @param complete false where the broker did not answer in time: later receipts may be missing
     */
    record Heads(Map<EnvironmentId, Exported> last, boolean complete) {
        static final Heads NONE = new Heads(Map.of(), true);
    }

    /**
     * Returns the environments whose last exported row is in the database. All of an environment's rows up to that one
     * are, too, because each row carries the hash of the row before it. Where later receipts may be missing, rows may
     * be as well, and no environment is returned.
     */
    Uni<Set<EnvironmentId>> held(Heads heads) {
        Map<EnvironmentId, Exported> exported = heads.complete() ? heads.last() : Map.of();
        return Multi.createFrom()
                .iterable(exported.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> isHeld(entry.getKey(), entry.getValue())
                        .map(held -> held ? Optional.of(entry.getKey()) : Optional.<EnvironmentId>empty()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asSet();
    }

    private Uni<Boolean> isHeld(EnvironmentId environment, Exported head) {
        return chains.after(environment, head.position() - 1, head.position(), 1)
                .map(rows -> rows.stream().anyMatch(row -> row.hash().hex().equals(head.hash())));
    }

    /** Reads the last receipts. Blocks its caller. */
    Heads read() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var receipts = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = receipts.partitionsFor(Topics.RECORDED).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return read(receipts, partitions);
        }
    }

    private Heads read(KafkaConsumer<String, byte[]> receipts, List<TopicPartition> partitions) {
        receipts.assign(partitions);
        Map<TopicPartition, Long> begins = receipts.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = receipts.endOffsets(partitions);
        ends.forEach(
                (partition, end) -> receipts.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - LAST)));
        Map<EnvironmentId, Exported> heads = new HashMap<>();
        int silent = 0;
        boolean complete = isAt(ends, receipts);
        while (silent < SILENT_POLLS && !complete) {
            var polled = receipts.poll(POLL);
            silent = polled.isEmpty() ? silent + 1 : 0;
            polled.forEach(record -> add(record, heads));
            complete = isAt(ends, receipts);
        }
        return new Heads(heads, complete);
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> receipts) {
        return ends.entrySet().stream().allMatch(end -> receipts.position(end.getKey()) >= end.getValue());
    }

    private void add(ConsumerRecord<String, byte[]> record, Map<EnvironmentId, Exported> heads) {
        try {
            if (codec.read(record.topic(), record.value()) instanceof Recorded receipt && receipt.hash() != null) {
                var exported = new Exported(receipt.position(), receipt.hash());
                heads.merge(receipt.environment(), exported, Exported::further);
            }
        } catch (UnreadableMessageException e) {
            LOG.warnf("Receipt not readable: %s", e.getMessage());
        }
    }
}
