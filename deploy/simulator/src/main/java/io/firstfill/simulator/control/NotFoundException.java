package io.firstfill.simulator.control;

/** The resource that the path names does not exist; becomes status 404. */
final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String what) {
        super(what);
    }
}
