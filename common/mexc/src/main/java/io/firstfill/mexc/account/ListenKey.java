package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The key to an account's private stream. Whoever holds the key can read the stream, so it is not printed. It is valid
 * for 60 minutes unless extended.
 */
public record ListenKey(String listenKey) {

    /** What may stand in the address of a socket. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~=+/-]{1,256}");

    public ListenKey {
        requireNonNull(listenKey, "listenKey");
        if (!SHAPE.matcher(listenKey).matches()) {
            throw new IllegalArgumentException("A listen key is 1 to 256 letters, digits and . _ ~ = + / -");
        }
    }

    @Override
    public String toString() {
        return "ListenKey[hidden]";
    }
}
