package io.firstfill.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that no client expects, as they stand in the text of an answer: numbers and times beyond every type, texts
 * that databases refuse, other types, other shapes. None of them is a value that the exchange could mean.
 */
final class HostileValues {

    private static final int LONG_TEXT = 1_000_000;

    private static final List<String> NUMBERS = List.of(
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "99999999999999999999999999999999999999999999999999",
            "0.1234567890123456789012345678901234567890",
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "253402300800000",
            "-62135596800001",
            "1.5");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a\\u0000b",
            "\\ud800",
            "\\udc00x",
            "\\u001b[31m\\u0007\\u0085",
            "\\u202e\\u200b",
            "\\ud83d\\ude80",
            "NaN",
            "Infinity",
            "0x10",
            "1,500",
            "٣٤",
            "A_WORD_NOBODY_KNOWS",
            "10000-01-01T00:00:00Z",
            "-0001-12-31T23:59:59Z",
            "'; drop table journal; --",
            "<html></html>");

    private static final List<String> SHAPES = List.of(
            "null", "true", "false", "[]", "{}", "[null]", "[[[[]]]]", "{\"a\":{\"b\":[1,\"x\"]}}", "[1,\"x\",{}]");

    /** All values but the absence of a value; numbers also as text, because the exchange states decimals so. */
    static final List<JsonNode> ALL = Stream.of(
                    NUMBERS.stream(),
                    NUMBERS.stream().map(HostileValues::quoted),
                    TEXTS.stream().map(HostileValues::quoted),
                    Stream.of(quoted("x".repeat(LONG_TEXT)), quoted("9".repeat(LONG_TEXT / 10))),
                    SHAPES.stream())
            .flatMap(texts -> texts)
            .map(HostileValues::raw)
            .toList();

    private HostileValues() {}

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** The text is written as it is: some of it could not be written as a value of Jackson. */
    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
