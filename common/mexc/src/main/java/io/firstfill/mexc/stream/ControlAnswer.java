package io.firstfill.mexc.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the exchange says in text frames. Its code is 0 for yes and no alike, so the words decide. */
sealed interface ControlAnswer {

    /** @param channels now listened to, or no longer: the answer is the same */
    record Named(Set<StreamChannel> channels) implements ControlAnswer {}

    /** Not an address ban: sent for a retired, misspelt or not yet known channel. */
    record Refused(String text) implements ControlAnswer {}

    record Pong() implements ControlAnswer {}

    record Other(String text) implements ControlAnswer {}

    static ControlAnswer read(String frame) {
        String text = message(frame);
        if (text.startsWith("Not Subscribed successfully!")) {
            return new Refused(text.strip());
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
        return new Other(text);
    }

    private static String message(String frame) {
        try {
            JsonNode tree = Json.MAPPER.readTree(frame);
            return tree == null ? "" : tree.path("msg").asText("");
        } catch (JsonProcessingException malformed) {
            return "";
        }
    }

    /** Only for the text of these frames. */
    final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();

        private Json() {}
    }
}
