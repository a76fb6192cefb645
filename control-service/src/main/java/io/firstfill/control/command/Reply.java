package io.firstfill.control.command;

/** What came of a command that was sent, or why it was not. */
public sealed interface Reply<A> {
    record Answered<A>(A answer) implements Reply<A> {}

    /** The deadline passed. The command is out, or may be. */
    record Silent<A>() implements Reply<A> {}

    /** The broker did not take it. */
    record Unsent<A>() implements Reply<A> {}

    /** The idempotency key stands for another request. */
    record KeyReused<A>() implements Reply<A> {}

    /** Too many callers wait already; nothing was sent. */
    record Overloaded<A>() implements Reply<A> {}
}
