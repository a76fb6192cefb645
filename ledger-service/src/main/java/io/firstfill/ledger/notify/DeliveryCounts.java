package io.firstfill.ledger.notify;

/** Counts what became of attempts at deliveries. */
public interface DeliveryCounts {
    void sent(NotificationTarget target);

    /** It is tried again. */
    void failed(NotificationTarget target);

    void givenUp(NotificationTarget target);
}
