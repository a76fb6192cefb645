package io.firstfill.control.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The values that a field is tried with, as JSON: a fixed list of what has broken systems, and seeded random ones. */
final class HostileValues {
    private static final int RANDOM_VALUES = 6;

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    /** Returns that many of the values for a field of any type. */
    List<String> forAnyField(int count) {
        return chosen(anyValues(), count);
    }

    /** Returns that many of the texts for a part of the request that is a text. */
    List<String> texts(int count) {
        return chosen(texts(), count);
    }

    private List<String> chosen(List<String> values, int count) {
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private List<String> anyValues() {
        List<String> values = new ArrayList<>(List.of("null", "true", "{}", "[]", "[[]]", "[null]", "{\"a\":null}"));
        values.addAll(numbers());
        texts().forEach(text -> values.add(quoted(text)));
        values.addAll(lists());
        values.add("[".repeat(2_000) + "]".repeat(2_000));
        values.add("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
        return values;
    }

    private List<String> numbers() {
        return List.of(
                "0",
                "-1",
                "-0",
                "5",
                "1.9",
                "1.0",
                "1e2",
                "1e400",
                "-1e400",
                "1e-400",
                "2147483648",
                "9".repeat(25),
                "9".repeat(2_000),
                "NaN",
                "Infinity");
    }

    private List<String> lists() {
        return List.of(list("X", 2), list("X", 501), list("\u0000", 3), list("A*", 24_000), "[{}]", "[1.5]", "[true]");
    }

    private static String list(String element, int size) {
        return IntStream.range(0, size).mapToObj(i -> quoted(element + i)).collect(Collectors.joining(",", "[", "]"));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "\t",
                "\u00a0",
                "\u200b",
                "\u0000",
                "a\u0000b",
                "a\nb",
                "\u001b[2J",
                "\u0085",
                "\u007f",
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "\u2028",
                "\ufffe",
                "\uffff",
                "\ud83d\ude00",
                "\u202etxt",
                "NONE",
                "none",
                " None ",
                "ANY",
                "any",
                "null",
                "*",
                "?",
                "**",
                "[A-Z]",
                "../..",
                "a/b",
                "\\u0000"));
        texts.addAll(List.of(
                "0",
                "-1",
                "+1",
                "1e2",
                "1E400",
                "NaN",
                "0x10",
                "\u0661\u0662",
                "1,5",
                ".5",
                "5.",
                "007",
                "12.50",
                "9".repeat(20),
                "9".repeat(21),
                "9".repeat(20) + ".9",
                "0." + "0".repeat(19) + "1",
                "0." + "0".repeat(20) + "1",
                "9".repeat(5_000)));
        texts.addAll(List.of(
                "PT9999999999999999H",
                "PT-1S",
                "-PT1S",
                "PT0S",
                "P99999999999D",
                "PT0.0000000001S",
                "PT1S",
                "pt1s",
                "PT1.000000001S",
                "P1Y",
                "-PT9223372036854775808S"));
        texts.addAll(List.of(
                "x".repeat(80), "x".repeat(81), "\ud83d\ude00".repeat(41), "x".repeat(501), "\u00df".repeat(21)));
        texts.addAll(List.of("x".repeat(100_000), "\u0800".repeat(90_000)));
        for (int i = 0; i < RANDOM_VALUES; i++) {
            texts.add(randomText());
        }
        return texts;
    }

    private String randomText() {
        String alphabet = "aZ09.-+eEPTS*? \u0000\u001f\u00e9\ud800\udfff\u4e2d\"\\/{}[]:,_%";
        return random.ints(1 + random.nextInt(30), 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Returns that many of the bodies that are no object of any schema, one character a byte. */
    List<String> bodies(int count) {
        return chosen(bodies(), count);
    }

    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"x\"",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "\u0000",
                "\u0000\u0000\u0000{",
                "{\u0000",
                "[".repeat(100_000),
                "{\"\u0000\":1}",
                "{\"\\ud800\":1}",
                "{\"" + "k".repeat(60_000) + "\":1}")) {
            bodies.add(text);
        }
        bodies.add("\u00fe\u00ff\u0000{\u0000}");
        bodies.add("{\"\u00c0\u0080\":1}");
        bodies.add("\u001f\u008b\b\u0000\u0000");
        bodies.add(" ".repeat(300_000));
        return bodies;
    }

    /** Writes a text as JSON in ASCII, so that half a surrogate pair arrives as it is. */
    static String quoted(String text) {
        return text.chars()
                .mapToObj(unit -> unit == '"' || unit == '\\' || unit < 0x20 || unit > 0x7e
                        ? String.format("\\u%04x", unit)
                        : String.valueOf((char) unit))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
