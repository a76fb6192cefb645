package io.firstfill.service.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Converts messages to bytes and back. What {@link #write} returns, every reader can take: texts, times and the size of
 * the record are checked while it is written. Readers and writers are made once: looking one up costs more than using
 * it.
 */
public final class MessageCodec {
    /** The largest record in bytes: the broker's limit of 1 MiB, less what Kafka adds. */
    public static final int MAX_BYTES = 900_000;
    /** The contract level of this build: the highest of all {@code @Since}. */
    public static final int LATEST_LEVEL = 4;

    private final Map<Family, ObjectReader> readers = new EnumMap<>(Family.class);
    private final Map<Family, ObjectWriter> writers = new EnumMap<>(Family.class);
    private final ContractLevel level;

    /** @param level the level of the contract that every reader knows, from 1 */
    public MessageCodec(ObjectMapper json, int level) {
        this.level = new ContractLevel(level);
        ObjectMapper mapper = json.copy().registerModules(RecordJson.module(), this.level.module());
        for (Family family : Family.values()) {
            readers.put(family, mapper.readerFor(family.root()));
            writers.put(family, mapper.writerFor(family.root()));
        }
    }

    /** Returns a codec of the latest level for programs that have no injected mapper, such as topologies under test. */
    public static MessageCodec standard() {
        return new MessageCodec(JsonSettings.mapper(), LATEST_LEVEL);
    }

    /** Whether messages of the type may be written at the level of this codec. */
    public boolean mayWrite(Class<? extends Message> type) {
        return level.allows(type);
    }

    /** @throws UnwritableMessageException when not every reader could take the record */
    public byte[] write(Message message) {
        if (!mayWrite(message.getClass())) {
            throw new UnwritableMessageException(
                    "a " + message.type() + " is written only from a higher firstfill.contract.level on", null);
        }
        byte[] bytes = bytes(message);
        if (bytes.length > MAX_BYTES) {
            throw new UnwritableMessageException(
                    "a " + message.type() + " of " + bytes.length + " bytes exceeds " + MAX_BYTES, null);
        }
        return bytes;
    }

    private byte[] bytes(Message message) {
        try {
            return get(writers, Family.of(message)).writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UnwritableMessageException("a " + message.type() + " cannot be written as JSON", e);
        }
    }

    /** @throws UnreadableMessageException when the topic belongs to no family, or the bytes are none of its types */
    public Message read(String topic, byte[] bytes) throws UnreadableMessageException {
        Family family = Family.ofTopic(topic)
                .orElseThrow(() -> new UnreadableMessageException("topic " + topic + " belongs to no family", null));
        Message message;
        try {
            message = get(readers, family).readValue(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessageException(
                    "record on " + topic + " is not a " + family.root().getSimpleName(), e);
        }
        if (message == null) {
            throw new UnreadableMessageException("record on " + topic + " is a JSON null", null);
        }
        return message;
    }

    private static <T> T get(Map<Family, T> map, Family family) {
        T value = map.get(family);
        if (value == null) {
            throw new IllegalStateException(family + " has no codec");
        }
        return value;
    }
}
