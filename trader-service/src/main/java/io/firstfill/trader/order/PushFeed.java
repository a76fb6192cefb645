package io.firstfill.trader.order;

/**
 * The private stream of an account: the exchange's messages about its orders. Messages may be lost: look-ups stay the
 * truth.
 */
public interface PushFeed {
    /** For an environment without a private stream. */
    PushFeed NONE = listener -> {};

    /** Replaces the listener. The new listener learns at once whether the stream is live. */
    void follow(Listener listener);

    /** Is called on an event loop thread and must not block. */
    interface Listener {
        void pushed(OrderPush push);

        /** The stream is live from now on, for the first time or again: what happened before has to be asked for. */
        void live();

        /** The stream is down from now on. */
        void lost(String reason);
    }
}
