package io.firstfill.packaging;

/** Says in one sentence why no image can be built, and what to do. */
final class PackagingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackagingException(String message) {
        super(message);
    }
}
