package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyReading;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FR-002: only a proven key is used, and only news of the key itself takes a good one away. */
class CredentialWatchTest {
    private static final KeyReading.Present SECOND =
            new KeyReading.Present(2, new MexcCredentials("mx0-two", "secret-two"), null);

    private final DeskStage stage = new DeskStage(Map.of("firstfill.trader.credential-interval", "PT0.05S"))
            .past(Scene.trading(), Scene.started());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aKeyTheExchangeRejectsIsNeverUsed() {
        stage.open();
        stage.reading = SECOND;
        stage.verdict = Uni.createFrom().item(new KeyCheck.Rejected(10072, null));

        stage.receive(Scene.validate());

        assertThat(stage.awaitOne(CredentialRejected.class).version()).isEqualTo(2);
        assertThat(stage.used).doesNotContain(SECOND.credentials());
    }

    @Test
    void aVaultThatDoesNotAnswerSuspendsNoRun() {
        stage.open();
        stage.reading = new KeyReading.Unreachable("ConnectException");

        stage.receive(Scene.validate());

        stage.awaitOne(AlertRaised.class);
        assertThat(stage.told(RunSuspended.class)).isEmpty();
        assertThat(stage.parts.state().credentialValid()).isTrue();
    }

    @Test
    void aCheckThatBreaksDoesNotKeepTheDeskClosed() {
        stage.verdict = Uni.createFrom().failure(new IllegalStateException("bug"));

        stage.open();

        assertThat(stage.used).isEmpty();
        stage.awaitOne(AlertRaised.class);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aKeyLostInTheMiddleOfARunSuspendsItAtOnceAndAskingForValidationResumesIt(
            KeyReading found, SuspensionReason reason, Class<? extends Message> fact) {
        KeyReading before = stage.reading;
        stage.open();

        stage.reading = found;

        assertThat(stage.awaitOne(RunSuspended.class).reason()).isEqualTo(reason);
        stage.awaitOne(fact);
        stage.reading = before;
        stage.receive(Scene.validate());
        stage.awaitOne(RunResumed.class);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                arguments(new KeyReading.Missing("gone"), SuspensionReason.CREDENTIAL_MISSING, CredentialMissing.class),
                arguments(SECOND, SuspensionReason.CREDENTIAL_ROTATED, CredentialRotated.class));
    }

    @Test
    void whatIsKnownOfTheKeyIsToldAndWhatShouldChangeIsAnAlert() {
        Instant stored = Instant.now().minus(Duration.ofDays(80)).truncatedTo(ChronoUnit.MICROS);
        stage.reading = new KeyReading.Present(1, SECOND.credentials(), stored);
        stage.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, true, List.of("SPOT")));

        stage.open();

        CredentialValidated told = stage.awaitOne(CredentialValidated.class);
        assertThat(told.permissions()).containsExactly("SPOT");
        assertThat(told.storedAt()).isEqualTo(stored);
        assertThat(told.unboundKeyEndsBy()).isEqualTo(stored.plus(Duration.ofDays(90)));
        assertThat(stage.told(AlertRaised.class))
                .extracting(AlertRaised::summary)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("withdraw right nobody needs"),
                        text -> assertThat(text).contains("no IP binding").contains("9 days left"));
        assertThat(stage.parts.state().credentialValid()).isTrue();
    }

    @Test
    void aKeyWithoutThePermissionForSpotIsRefused() {
        stage.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("FUTURES")));

        stage.open();

        assertThat(stage.awaitOne(CredentialValidated.class).canTrade()).isFalse();
        assertThat(stage.awaitOne(AlertRaised.class).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(stage.parts.state().credentialValid()).isFalse();
    }

    @Test
    void aKeyBoundToOtherAddressesNamesOurs() {
        stage.verdict = Uni.createFrom().item(new KeyCheck.Rejected(700006, "203.0.113.9"));

        stage.open();

        assertThat(stage.awaitOne(CredentialRejected.class).refusedAddress()).isEqualTo("203.0.113.9");
        assertThat(stage.awaitOne(AlertRaised.class).summary())
                .contains("bound to addresses")
                .contains("203.0.113.9");
    }

    @Test
    void armingAPairTheKeyDoesNotListIsAWarningAndNoDenial() {
        Instant opening = Instant.now().plusSeconds(30);
        stage.keySymbols = Set.of("BTCUSDT");
        stage.past(Scene.granted(Scene.PERMIT)).open();

        stage.receive(Scene.signal(Scene.LISTING, opening.minusSeconds(15), opening));

        AlertRaised alert = stage.awaitOne(AlertRaised.class);
        assertThat(alert.kind()).isEqualTo(AlertKind.PAIR_BARRED);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.subject()).isEqualTo("NEWT/USDT");
        assertThat(stage.told(OrderArmed.class)).hasSize(1);

        stage.keySymbols = Set.of("BTCUSDT", "NEWTUSDT");
        await().until(() ->
                stage.told(AlertCleared.class).stream().anyMatch(cleared -> cleared.kind() == AlertKind.PAIR_BARRED));
    }
}
