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
import org.apache.kafka.clients.consumer.Consumer;
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
    /**
     * Receipts read first of each partition. The last receipt of an environment may lie before them, where others of
     * its partition are busier: then as many more are read as it takes to find one of each environment.
     */
    static final long WINDOW = 5_000;

    private static final int WIDER = 4;

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
     * @param last the receipt of the highest position of each environment that has one
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

    /**
     * Reads back from the end until there is a receipt of each environment, or to the beginning. Blocks its caller.
     *
     * @param known the environments that may have exported something
     */
    Heads read(Set<EnvironmentId> known) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var receipts = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return read(receipts, known);
        }
    }

    Heads read(Consumer<String, byte[]> receipts, Set<EnvironmentId> known) {
        List<TopicPartition> partitions = receipts.partitionsFor(Topics.RECORDED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> begins = receipts.beginningOffsets(partitions);
        Map<TopicPartition, Long> upTo = new HashMap<>(receipts.endOffsets(partitions));
        Map<EnvironmentId, Exported> heads = new HashMap<>();
        boolean complete = true;
        for (long window = WINDOW; complete && !upTo.isEmpty(); window *= WIDER) {
            Map<TopicPartition, Long> from = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> end : upTo.entrySet()) {
                from.put(end.getKey(), Math.max(begins.getOrDefault(end.getKey(), 0L), end.getValue() - window));
            }
            complete = read(receipts, from, upTo, heads);
            upTo = from;
            upTo.entrySet()
                    .removeIf(start -> start.getValue() <= begins.getOrDefault(start.getKey(), 0L)
                            || isFound(start.getKey(), partitions.size(), known, heads));
        }
        return new Heads(heads, complete);
    }

    private static boolean isFound(
            TopicPartition partition, int count, Set<EnvironmentId> known, Map<EnvironmentId, Exported> heads) {
        return known.stream()
                .filter(environment -> EnvironmentPartition.of(environment, count) == partition.partition())
                .allMatch(heads::containsKey);
    }

    /** Returns whether all was read. */
    private boolean read(
            Consumer<String, byte[]> receipts,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> upTo,
            Map<EnvironmentId, Exported> heads) {
        receipts.assign(from.keySet());
        from.forEach(receipts::seek);
        int silent = 0;
        boolean complete = isAt(upTo, receipts);
        while (silent < SILENT_POLLS && !complete) {
            var polled = receipts.poll(POLL);
            silent = polled.isEmpty() ? silent + 1 : 0;
            for (ConsumerRecord<String, byte[]> record : polled) {
                if (record.offset() < upTo.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    add(record, heads);
                }
            }
            complete = isAt(upTo, receipts);
        }
        return complete;
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<String, byte[]> receipts) {
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
