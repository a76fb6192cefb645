package io.firstfill.scanner.feed;

import io.smallrye.mutiny.Uni;

/** One source of one environment. */
public interface Feed {
    FeedName name();

    /** Sends one request at once. Never fails: a failure is a {@link PollResult}. */
    Uni<PollResult> poll();

    /** As {@link #poll}, for a decision that waits: with the part of the request budget that is kept for that. */
    default Uni<PollResult> pollAtOnce() {
        return poll();
    }
}
