package io.firstfill.mexc.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firstfill.mexc.reading.WireText;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An answer of the exchange in a text frame. Its code is 0 for acceptance and refusal alike, so the message decides.
 */
sealed interface ControlAnswer {

    /** @param channels subscribed to, or unsubscribed from: the answer is the same */
    record Named(Set<StreamChannel> channels) implements ControlAnswer {}

    /** A refusal of a retired, misspelt or not yet known channel; not a ban of the address. */
    record Refused(String text) implements ControlAnswer {}

    record Pong() implements ControlAnswer {}

    record Other(String text) implements ControlAnswer {}

    static ControlAnswer read(String frame) {
        String text = message(frame);
        if (text.startsWith("Not Subscribed successfully!")) {
            return new Refused(WireText.describe(text.strip()));
        }
        if (text.equals("PONG")) {
            return new Pong();
        }
        if (text.startsWith("spot@")) {
            return new Named(Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isBlank())
                    .map(StreamChannel::new)
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return new Other(WireText.describe(text));
    }

    private static String message(String frame) {
        try {
            JsonNode tree = Json.MAPPER.readTree(frame);
            return tree == null ? "" : tree.path("msg").asText("");
        } catch (JsonProcessingException malformed) {
            return "";
        }
    }

    /** Parses the text of these frames only. */
    final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();

        private Json() {}
    }
}
