package io.firstfill.ledger.notify.request;

import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.TargetFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The request by which a notification is posted. Its text shows nothing: the address may hold a token.
 *
 * @param body JSON
 */
public record WebhookRequest(URI url, Map<String, String> headers, String body) {
    /** A message of Discord that makes no sound. */
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

    public WebhookRequest {
        headers = Map.copyOf(headers);
    }

    /** @throws DeliveryFailedException when the secret lacks what the format needs */
    public static WebhookRequest of(TargetFormat format, TargetSecret secret, Notification notification, Instant now) {
        return switch (format) {
            case GENERIC -> generic(secret, notification, now);
            case SLACK ->
                new WebhookRequest(
                        secret.url(),
                        Map.of(),
                        new JsonObject()
                                .put("text", slackText(lines(notification)))
                                .encode());
            case DISCORD -> discord(secret, notification);
            case TELEGRAM -> telegram(secret, notification);
        };
    }

    private static WebhookRequest generic(TargetSecret secret, Notification notification, Instant now) {
        String body = new JsonObject()
                .put("id", notification.id().toString())
                .put("environment", notification.environment().value())
                .put("event", notification.event().name())
                .put("severity", notification.severity().name())
                .put("title", notification.title())
                .put("text", notification.text())
                .put("occurredAt", notification.occurredAt().toString())
                .put("quiet", notification.quiet())
                .encode();
        String key = secret.hmacKey();
        if (key == null) {
            throw DeliveryFailedException.of("the secret has no hmac-key");
        }
        return new WebhookRequest(
                secret.url(),
                Map.of(
                        HmacSignature.TIMESTAMP_HEADER,
                        Long.toString(now.getEpochSecond()),
                        HmacSignature.SIGNATURE_HEADER,
                        HmacSignature.of(key, now, body)),
                body);
    }

    private static WebhookRequest discord(TargetSecret secret, Notification notification) {
        JsonObject message = new JsonObject()
                .put("content", lines(notification))
                .put("allowed_mentions", new JsonObject().put("parse", new JsonArray()));
        if (notification.quiet()) {
            message.put("flags", SUPPRESS_NOTIFICATIONS);
        }
        return new WebhookRequest(secret.url(), Map.of(), message.encode());
    }

    private static WebhookRequest telegram(TargetSecret secret, Notification notification) {
        if (secret.botToken() == null || secret.chatId() == null) {
            throw DeliveryFailedException.of("the secret has no bot-token or no chat-id");
        }
        String path = "/bot" + Objects.requireNonNull(secret.botToken()) + "/sendMessage";
        JsonObject message = new JsonObject()
                .put("chat_id", secret.chatId())
                .put("text", lines(notification))
                .put("disable_notification", notification.quiet())
                .put("link_preview_options", new JsonObject().put("is_disabled", true));
        try {
            return new WebhookRequest(secret.url().resolve(path), Map.of(), message.encode());
        } catch (IllegalArgumentException e) {
            throw DeliveryFailedException.of("the bot-token is not one");
        }
    }

    private static String lines(Notification notification) {
        return "[" + notification.environment() + "] " + notification.title() + "\n" + notification.text();
    }

    /** Slack reads these three characters as its own markup, mentions included. */
    private static String slackText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return "WebhookRequest[…]";
    }
}
