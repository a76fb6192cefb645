package io.firstfill.service.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a topic that is compacted by its own key as the broker will keep it: the last record of a key holds. */
final class CompactedRecords {
    private record Key(int partition, String key) {}

    private CompactedRecords() {}

    /** Leaves out the records that a later one replaces or removes; those of other topics all stay. */
    static List<ConsumerRecord<String, byte[]>> latest(List<ConsumerRecord<String, byte[]>> records) {
        Map<Key, Long> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (RecordKeys.isByPart(record)) {
                last.merge(new Key(record.partition(), record.key()), record.offset(), Math::max);
            }
        }
        List<ConsumerRecord<String, byte[]>> kept = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Long latest = RecordKeys.isByPart(record) ? last.get(new Key(record.partition(), record.key())) : null;
            boolean holds = latest == null || (latest == record.offset() && record.value() != null);
            if (holds) {
                kept.add(record);
            }
        }
        return kept;
    }
}
