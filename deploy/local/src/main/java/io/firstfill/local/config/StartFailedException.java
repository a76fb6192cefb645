package io.firstfill.local.config;

/** Reports that the stack is not running. The message is the one sentence that the user gets to read. */
public sealed class StartFailedException extends RuntimeException permits NotReadyException {
    private static final long serialVersionUID = 1L;

    public StartFailedException(String sentence) {
        super(sentence);
    }

    public StartFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
