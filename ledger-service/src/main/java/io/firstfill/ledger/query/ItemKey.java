package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ways in which the key of an item is written. */
public enum ItemKey {
    UNIQUE_ID {
        @Override
        Object read(String text) {
            return UUID.fromString(text);
        }
    },
    CLIENT_ORDER_ID {
        @Override
        Object read(String text) {
            return ClientOrderId.of(text).value();
        }
    },
    /** What sums are of, and their quote asset. */
    SUM {
        @Override
        Object read(String text) {
            if (!SUM_KEY.matcher(text).matches()) {
                throw new IllegalArgumentException("no key of a sum");
            }
            return text;
        }
    };

    private static final Pattern SUM_KEY = Pattern.compile("[A-Za-z0-9_-]{1,50} [A-Z0-9]{1,20}");

    abstract Object read(String text);

    /** Returns the key as the database compares it: no item has a key that does not parse. */
    public Optional<Object> parse(String text) {
        try {
            return Optional.of(read(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
