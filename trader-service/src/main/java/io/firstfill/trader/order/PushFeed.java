package io.firstfill.trader.order;

/** The exchange's own word about an account's orders, unasked. Not to be relied on: look-ups stay the truth. */
public interface PushFeed {
    /** An environment without one. */
    PushFeed NONE = listener -> {};

    /** In place of whoever listened before; told at once whether anything is heard. */
    void follow(Listener listener);

    /** Told on a thread that must not be kept waiting. */
    interface Listener {
        void pushed(OrderPush push);

        /** Hears from now on, for the first time or again: what happened before has to be asked for. */
        void live();

        /** Deaf from now on. */
        void lost(String reason);
    }
}
