package io.firstfill.ledger.notify.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationEvent;
import io.firstfill.ledger.notify.TargetFormat;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each format's receiver gets, to the letter. */
class WebhookRequestTest {
    private static final Instant TIME = Instant.parse("2026-11-29T12:00:00Z");
    private static final URI HOOK = URI.create("https://hooks.example/t0ken");
    private static final TargetSecret SECRET = new TargetSecret(HOOK, "hmac", "12:ab", "-100");

    @Test
    void genericIsSignedOverTimeAndBody() {
        WebhookRequest request = WebhookRequest.of(TargetFormat.GENERIC, SECRET, notification(false), TIME);

        assertThat(request.url()).isEqualTo(HOOK);
        assertThat(request.body())
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000001\",\"environment\":\"paper\","
                        + "\"event\":\"BOUGHT\",\"severity\":\"INFO\",\"title\":\"Bought <!channel> & more\","
                        + "\"text\":\"for 10\",\"occurredAt\":\"2026-11-29T11:59:59Z\",\"quiet\":false}");
        assertThat(request.headers())
                .containsEntry("Firstfill-Timestamp", "1795953600")
                .containsEntry("Firstfill-Signature", HmacSignature.of("hmac", TIME, request.body()));
    }

    @Test
    void slackMentionsNobody() {
        assertThat(WebhookRequest.of(TargetFormat.SLACK, SECRET, notification(false), TIME)
                        .body())
                .isEqualTo("{\"text\":\"[paper] Bought &lt;!channel&gt; &amp; more\\nfor 10\"}");
    }

    @Test
    void discordMentionsNobodyAndARepetitionIsSilent() {
        assertThat(WebhookRequest.of(TargetFormat.DISCORD, SECRET, notification(true), TIME)
                        .body())
                .isEqualTo("{\"content\":\"[paper] Bought <!channel> & more\\nfor 10\","
                        + "\"allowed_mentions\":{\"parse\":[]},\"flags\":4096}");
    }

    @Test
    void telegramHasTheTokenInItsPathAndARepetitionIsSilent() {
        WebhookRequest request = WebhookRequest.of(
                TargetFormat.TELEGRAM,
                new TargetSecret(URI.create("https://api.telegram.org"), null, "12:ab", "-100"),
                notification(true),
                TIME);

        assertThat(request.url()).hasToString("https://api.telegram.org/bot12:ab/sendMessage");
        assertThat(request.body())
                .isEqualTo("{\"chat_id\":\"-100\",\"text\":\"[paper] Bought <!channel> & more\\nfor 10\","
                        + "\"disable_notification\":true,\"link_preview_options\":{\"is_disabled\":true}}");
    }

    @ParameterizedTest
    @EnumSource(
            value = TargetFormat.class,
            names = {"GENERIC", "TELEGRAM"})
    void aSecretWithoutWhatTheFormatNeedsSendsNothing(TargetFormat format) {
        TargetSecret incomplete = new TargetSecret(HOOK, null, null, null);

        assertThatThrownBy(() -> WebhookRequest.of(format, incomplete, notification(false), TIME))
                .hasMessageStartingWith("the secret has no ");
    }

    @Test
    void neitherSecretNorRequestShowsAnything() {
        WebhookRequest request = WebhookRequest.of(TargetFormat.TELEGRAM, SECRET, notification(false), TIME);

        assertThat(SECRET + " " + request).doesNotContain("t0ken", "hmac\"", "12:ab", "-100", "hooks");
    }

    private static Notification notification(boolean quiet) {
        return new Notification(
                MessageId.of("00000000-0000-0000-0000-000000000001"),
                EnvironmentId.of("paper"),
                NotificationEvent.BOUGHT,
                Severity.INFO,
                "Bought <!channel> & more",
                "for 10",
                Instant.parse("2026-11-29T11:59:59Z"),
                quiet);
    }
}
