package io.firstfill.acceptance.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values for fields of a request: as JSON in a body, or as text in a path, a query or a header. */
final class HostileValue {
    /** Longer than any field may be, and short enough for the request to reach the service. */
    private static final int LONG_PARAMETER = 3_000;

    private static final int LONG_TEXT = 1_000_000;
    private static final int LONG_LIST = 24_000;
    private static final int DEPTH = 5_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "99999999999999999999",
            "1e999999999",
            "1E-999999999",
            "0.1234567890123456789012345678901234567890",
            "-1",
            "0",
            "NaN",
            "1,500",
            "\u0663\u0664",
            "true",
            "null",
            "9223372036854775808",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "PT9999999999999999H",
            "-PT1S",
            "P1000000000D",
            "a/b/c",
            "../../..",
            "%",
            "*".repeat(200),
            "[".repeat(200),
            "\uD83D\uDE80\u202E\u200B",
            "'; drop table journal; --",
            "${jndi:ldap://x}",
            "00000000-0000-0000-0000-000000000000");

    /** The texts that the client puts into a header. */
    private static final List<String> PLAIN =
            TEXTS.stream().filter(text -> text.matches("[ -~]*")).toList();

    private static final List<String> CONTROLS = List.of("a\u0000b", "\u001B[31m", "line\r\nbreak", "\u0085\uFFFE");

    /** As they stand in the text of a body: some of it could not be written as a value. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-1",
            "99999999999999999999",
            "1e999999999",
            "0.1234567890123456789012345678901234567890",
            "2147483648",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u001b\\u0007\\u0085\"",
            "[null]",
            "[\"a\\u0000b\"]",
            "[[1],{\"a\":2}]",
            "{\"a\":{\"b\":null}}");

    private HostileValue() {}

    /** One value in JSON. */
    static String json(RandomGenerator random) {
        int choice = random.nextInt(JSON.size() + TEXTS.size() + 4);
        if (choice < JSON.size()) {
            return JSON.get(choice);
        }
        return switch (choice - JSON.size() - TEXTS.size()) {
            case 0 -> '"' + "x".repeat(LONG_TEXT) + '"';
            case 1 -> "[" + "\"a*\",".repeat(LONG_LIST) + "\"b\"]";
            case 2 -> "[".repeat(DEPTH) + "]".repeat(DEPTH);
            case 3 -> '"' + "9".repeat(LONG_PARAMETER) + '"';
            default -> '"' + TEXTS.get(choice - JSON.size()).replace("\"", "") + '"';
        };
    }

    /** One text for a path or a query, not yet encoded. */
    static String parameter(RandomGenerator random) {
        int choice = random.nextInt(TEXTS.size() + CONTROLS.size() + 1);
        if (choice == TEXTS.size() + CONTROLS.size()) {
            return "x".repeat(LONG_PARAMETER);
        }
        return choice < TEXTS.size() ? TEXTS.get(choice) : CONTROLS.get(choice - TEXTS.size());
    }

    /** One text for a header. */
    static String header(RandomGenerator random) {
        int choice = random.nextInt(PLAIN.size() + 1);
        return choice == PLAIN.size() ? "x".repeat(LONG_PARAMETER) : PLAIN.get(choice);
    }
}
