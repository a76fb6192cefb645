package io.firstfill.trader.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to a question about one order. */
public sealed interface OrderQueryResult {
    record Found(OrderSnapshot snapshot) implements OrderQueryResult {}

    /** The exchange does not show the order, or does not show it yet. */
    record Absent() implements OrderQueryResult {}

    /** No credential is in use, so that the exchange could not be asked. */
    record NoCredential() implements OrderQueryResult {}

    /**
     * The exchange did not answer the question.
     *
     * @param retryAt asking again before this time, by our clock, is useless; null where no such time is known
     */
    record Unanswered(String detail, @Nullable Instant retryAt) implements OrderQueryResult {}

    /** The exchange has answered, and a part of the answer cannot be represented: it may be the order's. */
    record Unreadable(String detail) implements OrderQueryResult {}
}
