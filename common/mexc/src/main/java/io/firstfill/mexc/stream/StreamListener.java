package io.firstfill.mexc.stream;

import java.time.Instant;

/** Receives the events of a stream on the stream's own event loop: no method may block. */
public interface StreamListener {

    /** Every channel is confirmed, for the first time or again. Events before this call are lost: query them. */
    void live();

    /** No push arrives from now on. */
    void lost(String reason);

    /** @param seenAt by our clock */
    void pushed(Push push, Instant seenAt);

    /** A frame could not be decoded and is skipped. */
    void unreadable(String detail);

    /** The exchange refused a subscription; the request will be repeated. */
    void refused(String text);
}
