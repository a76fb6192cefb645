package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

/** Opens the account's private stream to whoever holds it, so it is not printed. Lives 60 minutes unless extended. */
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
