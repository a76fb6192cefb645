package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import org.apache.kafka.streams.processor.api.Record;

/** Reads the messages of the input topics. */
record InputReader(MessageCodec codec) {
    Message read(String topic, Record<String, byte[]> record) throws UnprocessableRecordException {
        Message message;
        try {
            message = codec.read(topic, record.value());
        } catch (UnreadableMessageException e) {
            throw new UnprocessableRecordException("it is not a message of its topic", null, e);
        }
        if (!message.environment().value().equals(record.key())) {
            throw new UnprocessableRecordException("its key is not its environment", message.environment(), null);
        }
        return message;
    }
}
