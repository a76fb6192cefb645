package io.firstfill.ledger.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.RecordPlace;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry to be appended to the chain of one environment. The id of its content is the same at every delivery. */
public sealed interface JournalEntry {
    EnvironmentId environment();

    RowContent content();

    /** A message that was read from a topic. */
    record Read(RecordPlace place, EncodedMessage encoded) implements JournalEntry {
        @Override
        public EnvironmentId environment() {
            return encoded.message().environment();
        }

        @Override
        public RowContent content() {
            return RowContent.of(encoded);
        }

        /** Returns the same record as bytes that nobody has read, for a message that cannot be processed. */
        public Unreadable opaque(String reason, Instant at) {
            return Unreadable.of(environment(), place, encoded.bytes(), reason, at);
        }
    }

    /**
     * A record that is no message of its topic, or a message that cannot be processed: its bytes are kept as they are.
     *
     * @param base64 the value of the record, null for a record without one
     * @param at the record's own time
     */
    record Unreadable(
            EnvironmentId environment,
            RecordPlace place,
            @Nullable String base64,
            String reason,
            Instant at) implements JournalEntry {
        public static Unreadable of(
                EnvironmentId environment, RecordPlace place, byte @Nullable [] bytes, String reason, Instant at) {
            String text = bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            return new Unreadable(environment, place, text, reason, at);
        }

        @Override
        public RowContent content() {
            String value = base64 == null ? "" : base64;
            MessageId id = MessageId.derivedFrom("UnreadableRecord", environment, place, value);
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.put("place", place.toString()).put("reason", reason).put("value", base64);
            return RowContent.own(Meta.first(id, at), environment, place.topic(), "UnreadableRecord", fields);
        }
    }

    /**
     * Records that nobody can read any more: Kafka has deleted them before the ledger came to them.
     *
     * @param first the first lost record
     * @param end offset after the last lost record
     */
    record Lost(EnvironmentId environment, RecordPlace first, long end, String cause, Instant at)
            implements JournalEntry {
        @Override
        public RowContent content() {
            MessageId id = MessageId.derivedFrom("RecordsLost", environment, first, end, cause);
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.put("topic", first.topic())
                    .put("partition", first.partition())
                    .put("from", first.offset())
                    .put("to", end)
                    .put("cause", cause);
            return RowContent.own(Meta.first(id, at), environment, first.topic(), "RecordsLost", fields);
        }
    }

    /**
     * The database is older than what this ledger had recorded: it was restored, and the chain has a branch here. What
     * was recorded after the backup is read again, with other positions and hashes than the receipts of the first time.
     *
     * @param exported how far the chain had come before the restore, null where no receipt tells
     */
    record Branch(
            EnvironmentId environment,
            List<Behind> partitions,
            @Nullable Exported exported,
            Instant at) implements JournalEntry {
        /** The value of {@code topic} in rows that belong to no topic. */
        public static final String TOPIC = "journal";

        /**
         * A partition whose records after the backup are read again.
         *
         * @param recorded what the database holds
         * @param committed what the ledger had recorded before the restore
         */
        public record Behind(String topic, int partition, long recorded, long committed) {}

        /** A row of the chain before the restore, as a receipt states it. */
        public record Exported(long position, String hash) {
            /** Returns the one of the higher position. */
            public Exported further(Exported other) {
                return other.position() > position ? other : this;
            }
        }

        public Branch {
            partitions = List.copyOf(partitions);
        }

        @Override
        public RowContent content() {
            MessageId id = MessageId.derivedFrom("BranchBegun", environment, partitions);
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            ArrayNode array = fields.putArray("partitions");
            partitions.forEach(behind -> array.addObject()
                    .put("topic", behind.topic())
                    .put("partition", behind.partition())
                    .put("recorded", behind.recorded())
                    .put("committed", behind.committed()));
            if (exported != null) {
                fields.putObject("exported")
                        .put("position", exported.position())
                        .put("hash", exported.hash());
            }
            return RowContent.own(Meta.first(id, at), environment, TOPIC, "BranchBegun", fields);
        }
    }
}
