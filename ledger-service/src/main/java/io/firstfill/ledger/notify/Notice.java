package io.firstfill.ledger.notify;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notification with the lasting condition that it begins or ends. While a condition lasts, a message that states it
 * again is no new notification.
 *
 * @param condition identifies the condition within its environment; null where the notification is about a moment
 */
public record Notice(
        Notification notification, Phase phase, @Nullable String condition) {
    /** The part of a condition that a notice is about. */
    public enum Phase {
        MOMENT,
        BEGINS,
        ENDS
    }

    public Notice {
        Objects.requireNonNull(notification, "notification");
        Objects.requireNonNull(phase, "phase");
        if ((condition == null) != (phase == Phase.MOMENT)) {
            throw new IllegalArgumentException("A condition belongs to its beginning and its end, and to them alone");
        }
    }

    public static Notice of(Notification notification) {
        return new Notice(notification, Phase.MOMENT, null);
    }
}
