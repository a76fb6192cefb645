package io.firstfill.control;

import io.firstfill.contract.Message;

/** What is remembered of one subject. Written by one thread at a time, read by many. */
public interface Book {
    /** Everything is about to be told again. */
    void forget();

    void learn(Message message);
}
