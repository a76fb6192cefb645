package io.firstfill.control.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares what was sent with what was stored: the same number, duration or text, without the space around it. */
final class SentAndStored {
    private SentAndStored() {}

    /** Returns whether each value that was sent stands somewhere in what was stored. */
    static boolean contains(JsonNode stored, JsonNode sent) {
        List<String> all = scalars(stored);
        return scalars(sent).stream().allMatch(value -> all.stream().anyMatch(other -> isSame(value, other)));
    }

    private static List<String> scalars(JsonNode node) {
        List<String> scalars = new ArrayList<>();
        if (node.isContainerNode()) {
            node.forEach(child -> scalars.addAll(scalars(child)));
        } else if (!node.isNull()) {
            scalars.add(node.asText());
        }
        return scalars;
    }

    private static boolean isSame(String sent, String stored) {
        String text = sent.strip();
        return text.equals(stored.strip())
                || text.toUpperCase(Locale.ROOT).equals(stored)
                || isSameNumber(text, stored)
                || isSameDuration(text, stored);
    }

    private static boolean isSameNumber(String sent, String stored) {
        try {
            return new BigDecimal(sent).compareTo(new BigDecimal(stored)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isSameDuration(String sent, String stored) {
        try {
            return Duration.parse(sent).equals(Duration.parse(stored));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
