package io.firstfill.local.secrets;

import java.time.Duration;
import java.time.Instant;

/** A token that identifies a logged-in program until it expires. Its {@code toString} shows no secret. */
record Token(String id, String accessor, String display, Policy policy, Instant issued, Instant expires) {
    static final Duration LEASE = Duration.ofHours(1);

    boolean validAt(Instant now) {
        return now.isBefore(expires);
    }

    Token renewed(Instant now) {
        return new Token(id, accessor, display, policy, issued, now.plus(LEASE));
    }

    long secondsLeft(Instant now) {
        return Duration.between(now, expires).toSeconds();
    }

    @Override
    public String toString() {
        return "Token[" + display + "]";
    }
}
