package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said on one socket, and when it is believed dead. */
class SubscriptionProtocolTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamChannel A = new StreamChannel("spot@a");
    private static final StreamChannel B = new StreamChannel("spot@b");
    private static final StreamSettings SETTINGS = StreamSettings.of(URI.create("wss://wbs-api.mexc.com/ws"));

    private final SubscriptionProtocol talk = new SubscriptionProtocol(SETTINGS, Set.of(A), T);

    @Test
    void aRefusalHasCodeZeroTooAndIsAskedAgainAtItsPaceUntilItIsAccepted() {
        assertThat(talk.due(T)).containsExactly(request("SUBSCRIPTION", A));

        hear("Not Subscribed successfully! [spot@a].  Reason： Blocked! ");

        assertThat(talk.isComplete()).isFalse();
        assertThat(talk.due(T.plusMillis(999))).isEmpty();
        assertThat(talk.due(T.plusSeconds(1))).containsExactly(request("SUBSCRIPTION", A));
        hear("spot@a");
        assertThat(talk.isComplete()).isTrue();
        assertThat(talk.due(T.plusSeconds(2))).isEmpty();
    }

    @Test
    void onlyTheMissingChannelIsAskedAgain() {
        talk.want(Set.of(A, B));
        talk.due(T);
        hear("spot@b");

        assertThat(talk.due(T.plusSeconds(1))).containsExactly(request("SUBSCRIPTION", A));
    }

    @Test
    void thePingIsJsonAndPaced() {
        talk.due(T);
        hear("spot@a");

        assertThat(talk.due(T.plusSeconds(15))).containsExactly("{\"method\":\"PING\"}");
        assertThat(talk.due(T.plusSeconds(29))).isEmpty();
        assertThat(talk.due(T.plusSeconds(30))).containsExactly("{\"method\":\"PING\"}");
    }

    @Test
    void aSocketThatSaysNothingForTheSilenceLimitIsDead() {
        talk.heard(T.plusSeconds(10));

        assertThat(talk.isDead(T.plusSeconds(49))).isFalse();
        assertThat(talk.isDead(T.plusSeconds(50))).isTrue();
    }

    @Test
    void theAnswerToGivingAChannelUpIsNotTakenForAgreement() {
        talk.due(T);
        hear("spot@a");
        talk.want(Set.of(B));
        assertThat(talk.due(T.plusSeconds(1))).contains(request("UNSUBSCRIPTION", A));
        talk.want(Set.of(A));

        hear("spot@a");

        assertThat(talk.isComplete()).isFalse();
    }

    @Test
    void noMoreIsSaidInASecondThanTheExchangeTakes() {
        StreamSettings tight = new StreamSettings(
                SETTINGS.uri(),
                false,
                SETTINGS.connect(),
                SETTINGS.ping(),
                SETTINGS.silence(),
                SETTINGS.life(),
                Duration.ofMillis(1),
                SETTINGS.keyExtension(),
                SETTINGS.backOff(),
                new StreamSettings.Limits(30, 5, 1024));
        SubscriptionProtocol eager = new SubscriptionProtocol(tight, Set.of(A), T);

        long said = 0;
        for (int i = 0; i < 1000; i++) {
            said += eager.due(T.plusMillis(i)).size();
        }

        assertThat(said).isEqualTo(5);
        assertThat(eager.due(T.plusSeconds(1))).hasSize(1);
    }

    private void hear(String message) {
        talk.answered(ControlAnswer.read("{\"id\":0,\"code\":0,\"msg\":\"" + message + "\"}"));
    }

    private static String request(String method, StreamChannel channel) {
        return "{\"method\":\"%s\",\"params\":[\"%s\"]}"
                .formatted(method, List.of(channel).getFirst());
    }
}
