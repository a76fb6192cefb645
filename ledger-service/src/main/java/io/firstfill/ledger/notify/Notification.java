package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.util.Objects;

/**
 * One thing that people are told.
 *
 * @param id the same however often it is delivered, so that a receiver recognises a repetition
 * @param title one line
 * @param text what a person needs to know, without markup
 * @param quiet whether it repeats what was told before and should make no sound
 */
public record Notification(
        MessageId id,
        EnvironmentId environment,
        NotificationEvent event,
        Severity severity,
        String title,
        String text,
        Instant occurredAt,
        boolean quiet) {
    /** Characters. */
    public static final int MAX_TITLE = 200;
    /** Characters; every format's receiver takes a text of this length. */
    public static final int MAX_TEXT = 1000;

    public Notification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(severity, "severity");
        title = shortened(title, MAX_TITLE);
        text = shortened(text, MAX_TEXT);
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    private static String shortened(String text, int length) {
        String plain = text.replace('\0', ' ');
        if (plain.length() <= length) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(length - 2)) ? length - 2 : length - 1;
        return plain.substring(0, end) + "…";
    }
}
