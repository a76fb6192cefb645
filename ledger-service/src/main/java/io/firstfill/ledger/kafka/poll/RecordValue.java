package io.firstfill.ledger.kafka.poll;

import io.firstfill.contract.Message;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record, read as far as it can be.
 *
 * @param bytes the value as it is; null for a record without one, and where {@code encoded} has them
 * @param encoded null where the value is no message of its topic that the database could hold, or is not read yet
 * @param problem says why it is none; null where it is one, or is not read yet
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of a record, which nobody changes
public record RecordValue(
        byte @Nullable [] bytes,
        @Nullable EncodedMessage encoded,
        @Nullable String problem) {
    /** Of a record without a value, for which Kafka's client asks no reader. */
    static final RecordValue NONE = new RecordValue(null, null, "it has no value");

    /** Looked for first: an expression costs more than the parsing of a body, and nearly no body has such a time. */
    private static final String LAST_DAY = "9999-12-31T";

    /**
     * A time of the last day that a reader would lower to the last one that we write, and that the database would round
     * up, or move by its offset, into the year 10000.
     */
    private static final Pattern BEYOND_TIME = Pattern.compile("(?<!\\\\)\"9999-12-31T(?!23:59:59\\.999999Z\")");

    /** Returns a value that is still to be read. */
    static RecordValue unread(byte[] bytes) {
        return new RecordValue(bytes, null, null);
    }

    /** Returns the value as it is read in the end. */
    RecordValue read(String topic, MessageCodec codec) {
        return bytes == null || encoded != null || problem != null ? this : read(topic, bytes, codec);
    }

    /** Fails for no bytes, whatever they are: only with an error of the Java machine. */
    public static RecordValue read(String topic, byte[] bytes, MessageCodec codec) {
        try {
            Message message = codec.read(topic, bytes);
            EncodedMessage encoded = EncodedMessage.of(topic, message, bytes);
            String problem = problem(bytes, encoded.body());
            return problem == null ? new RecordValue(null, encoded, null) : new RecordValue(bytes, null, problem);
        } catch (UnreadableMessageException e) {
            return new RecordValue(bytes, null, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String problem(byte[] bytes, String body) {
        if (!Arrays.equals(bytes, body.getBytes(StandardCharsets.UTF_8))) {
            return "it is not UTF-8";
        }
        boolean beyond = body.contains(LAST_DAY) && BEYOND_TIME.matcher(body).find();
        return beyond ? "it has a time beyond 9999-12-31T23:59:59.999999Z" : null;
    }
}
