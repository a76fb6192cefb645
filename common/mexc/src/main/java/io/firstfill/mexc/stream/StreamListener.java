package io.firstfill.mexc.stream;

import java.time.Instant;

/** Is told on the stream's own event loop: nothing here may block. */
public interface StreamListener {

    /** Listening to everything: for the first time, or again. What happened before is not told any more: ask for it. */
    void live();

    /** Deaf from now on. */
    void lost(String reason);

    /** @param seenAt by our clock */
    void pushed(Push push, Instant seenAt);

    /** A frame that could not be read and is skipped. */
    void unreadable(String detail);

    /** A subscription was refused and will be asked for again. */
    void refused(String text);
}
