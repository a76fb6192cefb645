package io.firstfill.trader.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What asking for an order told us. */
public sealed interface LookUp {
    record Found(Sighting sighting) implements LookUp {}

    /** Not there, or not visible yet. */
    record Absent() implements LookUp {}

    /** Without a key there is no question. */
    record NoCredential() implements LookUp {}

    /** The question was not answered; {@code retryAt} when asking again before is useless. */
    record Unanswered(String detail, @Nullable Instant retryAt) implements LookUp {}
}
