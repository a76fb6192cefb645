package io.firstfill.risk.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.firstfill.risk.book.RiskBook;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes risk serde as JSON for the state store and its changelog. A risk book that cannot be read stops the
 * service, because the caps are counted from it.
 */
final class BookSerde {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private BookSerde(ObjectMapper json) {
        reader = json.readerFor(RiskBook.class);
        writer = json.writerFor(RiskBook.class);
    }

    static Serde<RiskBook> of(ObjectMapper json) {
        BookSerde serde = new BookSerde(json);
        Serializer<RiskBook> serializer = (topic, book) -> serde.write(book);
        Deserializer<RiskBook> deserializer = (topic, bytes) -> serde.read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private byte @Nullable [] write(@Nullable RiskBook book) {
        try {
            return book == null ? null : writer.writeValueAsBytes(book);
        } catch (JsonProcessingException e) {
            throw new SerializationException("a risk book cannot be written as JSON", e);
        }
    }

    private @Nullable RiskBook read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : reader.readValue(bytes);
        } catch (IOException e) {
            throw new SerializationException("a stored risk book cannot be read", e);
        }
    }
}
