package io.firstfill.mexc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.firstfill.mexc.order.ClientOrderId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the JSON of this exchange. Decimals arrive as strings and are never converted to a double; an empty string
 * stands for no value.
 */
final class MexcJson {

    /**
     * More digits than any price or amount has; the limit keeps a hostile exponent from growing into gigabytes of
     * digits.
     */
    private static final int MOST_DIGITS = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule()
                    .addDeserializer(BigDecimal.class, new Decimal())
                    .addDeserializer(Instant.class, new EpochMillis())
                    .addDeserializer(ClientOrderId.class, new OwnClientOrderId()))
            .build();

    /** The rows that could be read, and the number of those that could not. */
    record Rows<T>(List<T> read, int skipped) {}

    private MexcJson() {}

    static JsonNode tree(byte[] text) throws IOException {
        return MAPPER.readTree(text);
    }

    static <T> T value(JsonNode node, Class<T> type) throws IOException {
        T value = MAPPER.treeToValue(node, type);
        if (value == null) {
            throw new IOException("Nothing where " + type.getSimpleName() + " was expected");
        }
        return value;
    }

    /** Reads the readable rows: for lists in which one odd entry must not hide the others. */
    static <T> Rows<T> readable(JsonNode array, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>(array.size());
        int skipped = 0;
        for (JsonNode row : requireArray(array)) {
            try {
                rows.add(value(row, type));
            } catch (IOException unreadable) {
                skipped++;
            }
        }
        return new Rows<>(rows, skipped);
    }

    private static JsonNode requireArray(JsonNode node) throws IOException {
        if (!node.isArray()) {
            throw new IOException("No list where one was expected");
        }
        return node;
    }

    private static final class Decimal extends StdDeserializer<BigDecimal> {

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser p, DeserializationContext context) throws IOException {
            String text = p.getText().strip();
            if (text.isEmpty()) {
                return null;
            }
            BigDecimal value = parse(text, context);
            if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
                throw context.weirdStringException("…", BigDecimal.class, "out of range");
            }
            return value;
        }

        private static BigDecimal parse(String text, DeserializationContext context) throws IOException {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw context.weirdStringException("…", BigDecimal.class, "not a decimal");
            }
        }
    }

    private static final class EpochMillis extends StdDeserializer<Instant> {

        EpochMillis() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser p, DeserializationContext context) throws IOException {
            if (!p.hasToken(JsonToken.VALUE_NUMBER_INT) && !p.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(p, Instant.class, JsonToken.VALUE_NUMBER_INT, "not epoch millis");
            }
            String text = p.getText().strip();
            try {
                long millis = text.isEmpty() ? 0 : Long.parseLong(text);
                return millis <= 0 ? null : Instant.ofEpochMilli(millis);
            } catch (NumberFormatException e) {
                throw context.weirdStringException("…", Instant.class, "not epoch millis");
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
            String text = p.getText();
            return ClientOrderId.isSafe(text) ? new ClientOrderId(text) : null;
        }
    }
}
