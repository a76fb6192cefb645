package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

/**
 * The key to an account's private stream. Whoever holds the key can read the stream, so it is not printed. It is valid
 * for 60 minutes unless extended.
 */
public record ListenKey(String listenKey) {

    public ListenKey {
        requireNonNull(listenKey, "listenKey");
        if (listenKey.isBlank()) {
            throw new IllegalArgumentException("A listen key is not blank");
        }
    }

    @Override
    public String toString() {
        return "ListenKey[hidden]";
    }
}
