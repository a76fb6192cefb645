package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Reads messages of records, and refuses one whose key is not its environment: it would reach the wrong account. */
final class RecordReader {
    private static final Logger LOG = Logger.getLogger(RecordReader.class);

    private final MessageCodec codec;

    RecordReader(MessageCodec codec) {
        this.codec = codec;
    }

    /** @throws UnreadableMessageException when the record is no message of its topic, or its key not its environment */
    Message read(ConsumerRecord<String, byte[]> record) throws UnreadableMessageException {
        Message message = codec.read(record.topic(), record.value());
        if (!message.environment().value().equals(RecordKeys.environment(record))) {
            throw new UnreadableMessageException(
                    "the key of the record at " + UnprocessableRecord.place(record) + " is not its environment", null);
        }
        return message;
    }

    /** Reads a record of the warm-up, so that the code is compiled, and forgets it. */
    void warmUp(ConsumerRecord<String, byte[]> record) {
        try {
            Message ignored = codec.read(Topics.LISTINGS, record.value());
            LOG.tracef("Warm-up record read: type=%s", ignored.type());
        } catch (UnreadableMessageException e) {
            LOG.debugf(e, "Warm-up record not readable: record=%s", UnprocessableRecord.place(record));
        }
    }
}
