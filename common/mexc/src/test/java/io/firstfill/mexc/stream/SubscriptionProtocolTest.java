package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames are sent when they are due and within the limit of the exchange, and a silent socket is dead. */
class SubscriptionProtocolTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamChannel A = new StreamChannel("spot@a");
    private static final StreamChannel B = new StreamChannel("spot@b");
    private static final StreamSettings SETTINGS = StreamSettings.of(URI.create("wss://wbs-api.mexc.com/ws"), false);

    private final SubscriptionProtocol protocol = new SubscriptionProtocol(SETTINGS, Set.of(A), T);

    @Test
    void aRefusedSubscriptionIsRequestedAgainAtItsPaceUntilItIsAccepted() {
        assertThat(protocol.due(T)).containsExactly(request("SUBSCRIPTION", A));

        answer("Not Subscribed successfully! [spot@a].  Reason： Blocked! ");

        assertThat(protocol.isComplete()).isFalse();
        assertThat(protocol.due(T.plusMillis(999))).isEmpty();
        assertThat(protocol.due(T.plusSeconds(1))).containsExactly(request("SUBSCRIPTION", A));
        answer("spot@a");
        assertThat(protocol.isComplete()).isTrue();
        assertThat(protocol.due(T.plusSeconds(2))).isEmpty();
    }

    @Test
    void onlyTheMissingChannelIsRequestedAgain() {
        protocol.subscribe(Set.of(A, B));
        protocol.due(T);
        answer("spot@b");

        assertThat(protocol.due(T.plusSeconds(1))).containsExactly(request("SUBSCRIPTION", A));
    }

    @Test
    void thePingIsJsonAndPaced() {
        protocol.due(T);
        answer("spot@a");

        assertThat(protocol.due(T.plusSeconds(15))).containsExactly("{\"method\":\"PING\"}");
        assertThat(protocol.due(T.plusSeconds(29))).isEmpty();
        assertThat(protocol.due(T.plusSeconds(30))).containsExactly("{\"method\":\"PING\"}");
    }

    @Test
    void aSocketOnWhichNothingArrivesForTheSilenceLimitIsDead() {
        protocol.received(T.plusSeconds(10));

        assertThat(protocol.isDead(T.plusSeconds(49))).isFalse();
        assertThat(protocol.isDead(T.plusSeconds(50))).isTrue();
    }

    @Test
    void theAnswerToAnUnsubscriptionIsNotTakenForAConfirmation() {
        protocol.due(T);
        answer("spot@a");
        protocol.subscribe(Set.of(B));
        assertThat(protocol.due(T.plusSeconds(1))).contains(request("UNSUBSCRIPTION", A));
        protocol.subscribe(Set.of(A));

        answer("spot@a");

        assertThat(protocol.isComplete()).isFalse();
    }

    @Test
    void noMoreFramesAreSentInASecondThanTheExchangeAccepts() {
        StreamSettings tight = new StreamSettings(
                SETTINGS.uri(),
                false,
                SETTINGS.connect(),
                SETTINGS.ping(),
                SETTINGS.silenceLimit(),
                SETTINGS.maxAge(),
                Duration.ofMillis(1),
                SETTINGS.keyExtension(),
                SETTINGS.backOff(),
                new StreamSettings.Limits(30, 5, 1024),
                null);
        SubscriptionProtocol eager = new SubscriptionProtocol(tight, Set.of(A), T);

        long sent = 0;
        for (int i = 0; i < 1000; i++) {
            sent += eager.due(T.plusMillis(i)).size();
        }

        assertThat(sent).isEqualTo(5);
        assertThat(eager.due(T.plusSeconds(1))).hasSize(1);
    }

    private void answer(String message) {
        protocol.answered(ControlAnswer.read("{\"id\":0,\"code\":0,\"msg\":\"" + message + "\"}"));
    }

    private static String request(String method, StreamChannel channel) {
        return "{\"method\":\"%s\",\"params\":[\"%s\"]}"
                .formatted(method, List.of(channel).getFirst());
    }
}
