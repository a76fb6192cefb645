package io.firstfill.local.livecheck;

import java.util.function.BooleanSupplier;

/**
 * One fact about the exchange: what is assumed and what was seen.
 *
 * @param assumed with its source in brackets: doc, real response, community or unknown
 */
record Finding(String fact, String assumed, String seen, Verdict verdict) {
    /** What an answer says about an assumption. */
    enum Verdict {
        SAME("same"),
        DIFFERS("DIFFERS"),
        /** The exchange showed nothing to judge by at this moment. */
        NOT_SEEN("not seen"),
        NEEDS_KEY("cannot be told without a key");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Finding of(String fact, String assumed, Object seen, boolean same) {
        return new Finding(fact, assumed, String.valueOf(seen), same ? Verdict.SAME : Verdict.DIFFERS);
    }

    static Finding notSeen(String fact, String assumed, String why) {
        return new Finding(fact, assumed, why, Verdict.NOT_SEEN);
    }

    /** Judges an answer that may have any shape: one that cannot be read differs. */
    static Finding judged(String fact, String assumed, Object seen, BooleanSupplier same) {
        try {
            return of(fact, assumed, seen, same.getAsBoolean());
        } catch (RuntimeException unreadable) {
            return of(fact, assumed, seen + " (" + unreadable.getClass().getSimpleName() + ")", false);
        }
    }
}
