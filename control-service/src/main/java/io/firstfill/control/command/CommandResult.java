package io.firstfill.control.command;

/** The result of sending a command: its answer, or the reason why there is none. */
public sealed interface CommandResult<A> {
    /** The answer arrived before the deadline. */
    record Answered<A>(A answer) implements CommandResult<A> {}

    /**
     * The deadline passed without an answer.
     *
     * @param recorded whether the broker has acknowledged the command; otherwise it may still be published
     */
    record TimedOut<A>(boolean recorded) implements CommandResult<A> {}

    /** The broker did not acknowledge the command. */
    record NotPublished<A>() implements CommandResult<A> {}

    /** The idempotency key belongs to another request. */
    record KeyReused<A>() implements CommandResult<A> {}

    /** The limit of waiting callers is reached; nothing was published. */
    record Overloaded<A>() implements CommandResult<A> {}
}
