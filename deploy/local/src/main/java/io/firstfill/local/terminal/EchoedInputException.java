package io.firstfill.local.terminal;

/** A question would be answered at a terminal that shows the answer. The message is one sentence for the person. */
public final class EchoedInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    EchoedInputException() {
        super("The terminal would show what is typed, because the output goes elsewhere: run it without a pipe or a"
                + " redirection of its output, or give the answers on standard input.");
    }
}
