package io.firstfill.local;

/** The stack is not running; the message is the one sentence its user needs. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String sentence) {
        super(sentence);
    }

    public StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
