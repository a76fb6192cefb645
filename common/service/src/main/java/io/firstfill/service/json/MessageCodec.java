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

/** Converts messages to bytes and back. Readers and writers are made once: looking one up costs more than using it. */
public final class MessageCodec {
    private final Map<Family, ObjectReader> readers = new EnumMap<>(Family.class);
    private final Map<Family, ObjectWriter> writers = new EnumMap<>(Family.class);

    public MessageCodec(ObjectMapper json) {
        for (Family family : Family.values()) {
            readers.put(family, json.readerFor(family.root()));
            writers.put(family, json.writerFor(family.root()));
        }
    }

    /** Returns a codec for programs that have no injected mapper, such as topologies under test. */
    public static MessageCodec standard() {
        return new MessageCodec(JsonSettings.mapper());
    }

    public byte[] write(Message message) {
        try {
            return get(writers, Family.of(message)).writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + message.type() + " cannot be written as JSON", e);
        }
    }

    /** @throws UnreadableMessageException when the topic belongs to no family, or the bytes are none of its types */
    public Message read(String topic, byte[] bytes) throws UnreadableMessageException {
        Family family = Family.ofTopic(topic)
                .orElseThrow(() -> new UnreadableMessageException("topic " + topic + " belongs to no family", null));
        try {
            return get(readers, family).readValue(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessageException(
                    "record on " + topic + " is not a " + family.root().getSimpleName(), e);
        }
    }

    private static <T> T get(Map<Family, T> map, Family family) {
        T value = map.get(family);
        if (value == null) {
            throw new IllegalStateException(family + " has no codec");
        }
        return value;
    }
}
