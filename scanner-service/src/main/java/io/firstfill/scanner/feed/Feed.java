package io.firstfill.scanner.feed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** One source of one environment. */
public interface Feed {
    FeedName name();

    /** Sends one request at once. Never fails: a failure is a {@link PollResult}. */
    Uni<PollResult> poll();

    /** Returns the interval as near to the wanted one as the request budget has room for at present. */
    default Duration interval(Duration wanted) {
        return wanted;
    }

    /** As {@link #poll}, for a decision that waits: with the part of the request budget that is kept for that. */
    default Uni<PollResult> pollAtOnce() {
        return poll();
    }
}
