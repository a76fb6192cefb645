package io.firstfill.ledger.web;

import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/** Answers 404 for an item that is not recorded. */
public final class NotFound {
    private NotFound() {}

    public static <T> T ifEmpty(Optional<T> item) {
        return item.orElseThrow(() -> new NotFoundException("Nothing with this id is recorded"));
    }
}
