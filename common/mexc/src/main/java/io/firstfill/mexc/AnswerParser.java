package io.firstfill.mexc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Parses an answer so that an odd value spoils its own row only. Numbers stay texts, so that no exponent or length is
 * expanded; NaN, bare controls and leading zeros are let through, to be refused where the value is read; a field that
 * occurs twice in one object becomes unreadable, since either value may be meant. The size of the body is bounded by
 * the connection.
 */
final class AnswerParser {

    /** Deeper than any answer by far. Nothing here recurses, so that the limit is only about memory. */
    private static final int DEEPEST = 100_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, true)
            .configure(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW, false)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .build();

    /** Stands in place of the value of a field that occurs twice: no type can be read from it. */
    private static final Object TWICE = new Object();

    private final JsonParser in;
    /** The objects and lists whose end has not been read, the innermost first. */
    private final Deque<JsonNode> open = new ArrayDeque<>();
    /** The field of each of them whose value comes next; empty for a list. */
    private final Deque<String> fields = new ArrayDeque<>();

    private AnswerParser(JsonParser in) {
        this.in = in;
    }

    /** @throws IOException unless the body is one whole JSON value */
    static JsonNode parse(byte[] body) throws IOException {
        try (JsonParser in = parser(body)) {
            return new AnswerParser(in).whole();
        }
    }

    /** The tokens of a body, as lenient as {@link #parse} is. */
    static JsonParser parser(byte[] body) throws IOException {
        return FACTORY.createParser(body);
    }

    private JsonNode whole() throws IOException {
        JsonNode root = null;
        for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
            if (root != null && open.isEmpty()) {
                throw new IOException("More than one value");
            }
            JsonNode value = take(token);
            root = root == null ? value : root;
        }
        if (root == null || !open.isEmpty()) {
            throw new IOException("No whole value");
        }
        return root;
    }

    /** Returns the value that the token begins; null for a token that begins none. */
    private @Nullable JsonNode take(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> opened(NODES.objectNode());
            case START_ARRAY -> opened(NODES.arrayNode());
            case END_OBJECT, END_ARRAY -> closed();
            case FIELD_NAME -> named(in.currentName());
            case VALUE_TRUE -> added(NODES.booleanNode(true));
            case VALUE_FALSE -> added(NODES.booleanNode(false));
            case VALUE_NULL -> added(NODES.nullNode());
            default -> added(NODES.textNode(in.getText()));
        };
    }

    private JsonNode opened(JsonNode container) {
        added(container);
        open.push(container);
        fields.push("");
        return container;
    }

    private @Nullable JsonNode closed() {
        open.pop();
        fields.pop();
        return null;
    }

    private @Nullable JsonNode named(String field) {
        fields.pop();
        fields.push(field);
        return null;
    }

    private JsonNode added(JsonNode value) {
        if (open.peek() instanceof ArrayNode list) {
            list.add(value);
        } else if (open.peek() instanceof ObjectNode object) {
            String field = fields.element();
            object.set(field, object.has(field) ? NODES.pojoNode(TWICE) : value);
        }
        return value;
    }
}
