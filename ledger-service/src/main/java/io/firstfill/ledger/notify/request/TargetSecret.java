package io.firstfill.ledger.notify.request;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a target. Its text shows none of it.
 *
 * @param url the address of the webhook, which lets whoever knows it write; of Telegram the address of its API
 * @param hmacKey signs the generic format
 * @param botToken of Telegram
 * @param chatId of Telegram
 */
public record TargetSecret(
        URI url,
        @Nullable String hmacKey,
        @Nullable String botToken,
        @Nullable String chatId) {
    public TargetSecret {
        Objects.requireNonNull(url, "url");
    }

    @Override
    public String toString() {
        return "TargetSecret[…]";
    }
}
