package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Severity;
import java.util.Set;

/**
 * One receiver of the notifications of one environment.
 *
 * @param name unique within the environment
 * @param severity the lowest that is delivered
 * @param events those that are delivered; a test is in every set
 * @param secretPath where the KV v2 engine holds its address and its keys
 */
public record NotificationTarget(
        EnvironmentId environment,
        String name,
        TargetFormat format,
        Severity severity,
        Set<NotificationEvent> events,
        String secretPath) {
    public NotificationTarget {
        events = Set.copyOf(events);
    }

    public boolean wants(Notification notification) {
        return notification.event() == NotificationEvent.TEST
                || (notification.severity().compareTo(severity) >= 0 && events.contains(notification.event()));
    }

    /** Names the target in metrics and log lines. */
    public String label() {
        return environment + "/" + name;
    }
}
