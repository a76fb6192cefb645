package io.firstfill.ledger.postgres.maintenance;

/** Says why a command does nothing. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason);
    }
}
