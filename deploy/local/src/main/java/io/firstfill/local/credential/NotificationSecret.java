package io.firstfill.local.credential;

import io.firstfill.local.terminal.Terminal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Set;

/** Stores the secret of a target of notifications. */
final class NotificationSecret {
    private static final Set<String> FIELDS = Set.of("url", "hmac-key", "bot-token", "chat-id");

    private final Terminal terminal;
    private final PrintStream out;

    NotificationSecret(Terminal terminal, PrintStream out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** @throws NotStoredException when what is given is no secret of a target */
    int put(SecretWriter writer) {
        char[] given = terminal.secret("Secret, a JSON object on one line: ").orElse(new char[0]);
        int version = writer.write(parsed(String.valueOf(given)));
        out.println("Stored as version " + version + " at " + writer.path() + ". Test it in the control panel.");
        return 0;
    }

    private static JsonObject parsed(String line) {
        try {
            JsonObject secret = new JsonObject(line);
            boolean known = FIELDS.containsAll(secret.fieldNames())
                    && secret.stream().allMatch(field -> field.getValue() instanceof String text && !text.isBlank());
            if (known && (secret.containsKey("url") || secret.containsKey("bot-token"))) {
                return secret;
            }
        } catch (DecodeException e) {
            // Its text holds what was given: nothing of it is told.
        }
        throw new NotStoredException(
                "The secret must be a JSON object of texts with url or bot-token, and with no field but url, hmac-key,"
                        + " bot-token and chat-id. Nothing was stored.");
    }
}
