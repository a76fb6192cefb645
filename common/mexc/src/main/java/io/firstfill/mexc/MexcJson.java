package io.firstfill.mexc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.reading.WireDecimal;
import io.firstfill.mexc.reading.WireText;
import io.firstfill.mexc.reading.WireTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parses the JSON of this exchange. Decimals arrive as strings and are never converted to a double; an empty string
 * stands for no value.
 */
final class MexcJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new Text())
                    .addDeserializer(BigDecimal.class, new Decimal())
                    .addDeserializer(Instant.class, new EpochMillis())
                    .addDeserializer(ClientOrderId.class, new OwnClientOrderId()))
            .build();

    /** The fields that say what a row is about, by the endpoint that has them. */
    private static final List<String> NAMES = List.of("symbol", "vcoinName", "vn", "asset", "orderId");

    private MexcJson() {}

    static JsonNode tree(byte[] text) throws IOException {
        return AnswerParser.parse(text);
    }

    /** Reads the value, or fails: never by another exception, whatever the node holds. */
    static <T> T value(JsonNode node, Class<T> type) throws IOException {
        T value;
        try {
            value = MAPPER.treeToValue(node, type);
        } catch (RuntimeException odd) {
            throw new IOException(odd.getClass().getSimpleName(), odd);
        }
        if (value == null) {
            throw new IOException("Nothing where " + type.getSimpleName() + " was expected");
        }
        return value;
    }

    /** Reads the readable rows of a list, and counts the others. */
    static <T> Rows<T> rows(JsonNode array, Class<T> type) throws IOException {
        List<T> read = new ArrayList<>(array.size());
        SkippedRows skipped = SkippedRows.NONE;
        for (JsonNode row : requireArray(array)) {
            try {
                read.add(value(row, type));
            } catch (IOException unreadable) {
                skipped = skipped.plus(SkippedRows.one(reason(row, type, unreadable), name(row)));
            }
        }
        return new Rows<>(read, skipped);
    }

    /** Names the kind of row, and the field where it is known: the exception's own message may quote the answer. */
    private static String reason(JsonNode row, Class<?> type, IOException unreadable) {
        if (!row.isContainerNode() && !row.isTextual()) {
            return type.getSimpleName() + " is no object";
        }
        String field = unreadable instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(name -> "." + name)
                        .orElse("")
                : "";
        Throwable cause = unreadable.getCause();
        return type.getSimpleName()
                + field
                + (cause instanceof IllegalArgumentException known ? ": " + known.getMessage() : " is unreadable");
    }

    private static @Nullable String name(JsonNode row) {
        if (row.isTextual()) {
            return WireText.isName(row.textValue()) ? row.textValue() : null;
        }
        return NAMES.stream()
                .map(row::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(WireText::isName)
                .findFirst()
                .orElse(null);
    }

    /** As {@link #rows}, for a list that may be absent. */
    static <T> Rows<T> rowsOrNone(JsonNode array, Class<T> type) throws IOException {
        return array.isMissingNode() || array.isNull() ? new Rows<>(List.of(), SkippedRows.NONE) : rows(array, type);
    }

    /** Reads the rows before the first that is not readable: for a list in which the order of the rows counts. */
    static <T> Rows<T> rowsUntilOdd(JsonNode array, Class<T> type) throws IOException {
        List<T> read = new ArrayList<>(array.size());
        for (JsonNode row : requireArray(array)) {
            try {
                read.add(value(row, type));
            } catch (IOException unreadable) {
                return new Rows<>(read, SkippedRows.one(reason(row, type, unreadable), null));
            }
        }
        return new Rows<>(read, SkippedRows.NONE);
    }

    /** Reads a field that may be absent; null where it is. */
    static <T> @Nullable T optional(JsonNode object, String field, Class<T> type) throws IOException {
        JsonNode node = object.path(field);
        return node.isMissingNode() || node.isNull() ? null : value(node, type);
    }

    private static JsonNode requireArray(JsonNode node) throws IOException {
        if (!node.isArray()) {
            throw new IOException("No list where one was expected");
        }
        return node;
    }

    /** Reads texts alone: a list, an object or a flag in place of a text makes the row unreadable. */
    private static String text(JsonParser p, DeserializationContext context, Class<?> type) throws IOException {
        if (!p.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(p, type, JsonToken.VALUE_STRING, "neither text nor number");
        }
        return p.getText();
    }

    private static final class Text extends StdDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser p, DeserializationContext context) throws IOException {
            return text(p, context, String.class);
        }
    }

    private static final class Decimal extends StdDeserializer<BigDecimal> {

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser p, DeserializationContext context) throws IOException {
            String text = text(p, context, BigDecimal.class).strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return WireDecimal.parse(text);
            } catch (IllegalArgumentException odd) {
                throw JsonMappingException.from(p, "odd", odd);
            }
        }
    }

    private static final class EpochMillis extends StdDeserializer<Instant> {

        EpochMillis() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser p, DeserializationContext context) throws IOException {
            String text = text(p, context, Instant.class).strip();
            try {
                return text.isEmpty() ? null : WireTime.ofMillis(Long.parseLong(text));
            } catch (NumberFormatException odd) {
                throw JsonMappingException.from(p, "odd", new IllegalArgumentException("not epoch millis", odd));
            } catch (IllegalArgumentException odd) {
                throw JsonMappingException.from(p, "odd", odd);
            }
        }
    }

    /** Reads a client order id that does not have the form of ours as null: orders placed by hand carry such names. */
    private static final class OwnClientOrderId extends StdDeserializer<ClientOrderId> {

        OwnClientOrderId() {
            super(ClientOrderId.class);
        }

        @Override
        public @Nullable ClientOrderId deserialize(JsonParser p, DeserializationContext context) throws IOException {
            String text = text(p, context, ClientOrderId.class);
            return ClientOrderId.isSafe(text) ? new ClientOrderId(text) : null;
        }
    }
}
