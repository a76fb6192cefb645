package io.firstfill.service.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.firstfill.contract.value.Texts;
import io.firstfill.contract.value.Times;
import java.io.IOException;
import java.time.Instant;

/**
 * The rules of texts and times in records, beyond those of the contract's own values. Writing refuses what a reader, or
 * the ledger's database, could not take: control characters and unpaired surrogates, texts above {@link Texts#MAX},
 * times outside the years 1 to 9999, the only ones that RFC 3339 can write. Reading refuses none of them, because
 * records already written stay readable: texts are cleaned, and times are moved to the nearest one allowed.
 */
final class RecordJson {
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private RecordJson() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("records");
        module.addSerializer(String.class, new TextWriter());
        module.addDeserializer(String.class, new TextReader());
        module.addSerializer(Instant.class, new TimeWriter());
        module.addDeserializer(Instant.class, new TimeReader());
        return module;
    }

    private static final class TextWriter extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        TextWriter() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Texts.isReadable(text, Texts.MAX)) {
                throw JsonMappingException.from(
                        json, "text of " + text.length() + " characters that not every reader could take");
            }
            json.writeString(text);
        }
    }

    private static final class TextReader extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Texts.clean(StringDeserializer.instance.deserialize(json, context));
        }
    }

    private static final class TimeWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        TimeWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw JsonMappingException.from(json, "time outside the years 1 to 9999");
            }
            json.writeString(Times.text(time));
        }
    }

    private static final class TimeReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        TimeReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Instant usual = json.hasToken(JsonToken.VALUE_STRING) ? Times.read(json.getText()) : null;
            Instant time = usual == null ? InstantDeserializer.INSTANT.deserialize(json, context) : usual;
            if (time.isBefore(EARLIEST)) {
                return EARLIEST;
            }
            return time.isAfter(LATEST) ? LATEST : time;
        }
    }
}
