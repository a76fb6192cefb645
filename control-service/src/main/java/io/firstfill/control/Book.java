package io.firstfill.control;

import io.firstfill.contract.Message;

/**
 * The state of one subject, rebuilt from the topics at every start. One thread at a time writes a book, many threads
 * read it.
 */
public interface Book {
    /** Drops all state: the past is replayed next. */
    void reset();

    /** Applies a message, replayed or live. A message of another subject changes nothing. */
    void apply(Message message);
}
