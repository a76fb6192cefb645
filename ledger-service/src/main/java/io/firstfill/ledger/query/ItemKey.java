package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import java.util.Optional;
import java.util.UUID;

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
    };

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
