package io.firstfill.scanner.feed;

import io.smallrye.mutiny.Uni;

/** One source. */
public interface Feed {
    FeedName name();

    /** Asks at once, once. Never fails: how it ended is the result. */
    Uni<PollResult> look();
}
