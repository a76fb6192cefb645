package io.firstfill.ledger.web;

import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/** What was asked for by name and is not recorded. */
final class Missing {
    private Missing() {}

    static <T> T orNotFound(Optional<T> found) {
        return found.orElseThrow(() -> new NotFoundException("Nothing with this id is recorded"));
    }
}
