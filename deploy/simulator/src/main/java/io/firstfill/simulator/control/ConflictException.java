package io.firstfill.simulator.control;

/** The state of the resource does not allow the request; becomes status 409. */
final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConflictException(String why) {
        super(why);
    }
}
