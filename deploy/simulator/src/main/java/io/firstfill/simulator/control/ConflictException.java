package io.firstfill.simulator.control;

/** The resource is not in a state that allows this. */
final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConflictException(String why) {
        super(why);
    }
}
