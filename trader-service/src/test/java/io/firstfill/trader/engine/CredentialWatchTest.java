package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.alert.AlertSubjects;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.fixture.Messages;
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

/**
 * FR-002: proves that the trader uses only a validated key, and that only a finding about the key itself suspends a
 * run, no failure to read or check it.
 */
class CredentialWatchTest {
    private static final KeyReading.Present SECOND =
            new KeyReading.Present(2, new MexcCredentials("mx0-two", "secret-two"), null);

    private final EngineFixture fixture = new EngineFixture(Map.of("firstfill.trader.credential.interval", "PT0.05S"))
            .past(Messages.trading(), Messages.started());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aKeyTheExchangeRejectsIsNeverUsed() {
        fixture.open();
        fixture.reading = SECOND;
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Rejected(10072, null));

        fixture.receive(Messages.validate());

        assertThat(fixture.awaitOne(CredentialRejected.class).version()).isEqualTo(2);
        assertThat(fixture.used).doesNotContain(SECOND.credentials());
    }

    @Test
    void anUnreachableVaultSuspendsNoRun() {
        fixture.open();
        fixture.reading = new KeyReading.Unreachable("ConnectException");

        fixture.receive(Messages.validate());

        fixture.awaitOne(AlertRaised.class);
        assertThat(fixture.published(RunSuspended.class)).isEmpty();
        assertThat(buys()).isTrue();
    }

    @Test
    void theKeyInUseStaysInUseHoweverLongVaultIsAwayAndTheAlertEndsWithIt() {
        fixture.open();
        KeyReading held = fixture.reading;
        fixture.reading = new KeyReading.Unreachable("it is sealed (503)");

        fixture.time.advance(Duration.ofMinutes(2));

        assertThat(fixture.published(AlertRaised.class))
                .filteredOn(alert -> alert.subject().equals(AlertSubjects.VAULT))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.severity()).isEqualTo(Severity.WARNING))
                .allSatisfy(alert -> assertThat(alert.summary()).contains("it is sealed (503)", "stays in use"));
        assertThat(fixture.published(RunSuspended.class)).isEmpty();
        boolean bought = buys();
        assertThat(fixture.published(OrderDenied.class)).isEmpty();
        assertThat(bought).isTrue();
        fixture.published.clear();
        fixture.reading = held;
        fixture.awaitCleared(AlertKind.CREDENTIAL);
    }

    @Test
    void aStartWithoutVaultBuysNothingAndRecoversByItself() {
        KeyReading stored = fixture.reading;
        fixture.reading = new KeyReading.Unreachable("it cannot be connected to");
        fixture.open();
        assertThat(fixture.awaitOne(AlertRaised.class).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(fixture.published(AlertRaised.class).getFirst().summary())
                .contains("it cannot be connected to", "Nothing is bought");
        assertThat(buys()).isFalse();
        assertThat(fixture.published(OrderDenied.class))
                .extracting(OrderDenied::reason)
                .containsExactly(DenialReason.NO_CREDENTIAL);

        fixture.reading = stored;

        fixture.awaitOne(CredentialValidated.class);
        fixture.awaitCleared(AlertKind.CREDENTIAL);
    }

    @Test
    void theReturnOfVaultIsNoticedAlsoWithoutAValidKeyAndValidatesNothing() {
        fixture.open();
        fixture.reading = SECOND;
        fixture.awaitOne(CredentialRotated.class);
        fixture.reading = new KeyReading.Unreachable("it is sealed (503)");
        fixture.receive(Messages.validate());
        fixture.await(() -> isRaised(AlertSubjects.VAULT), "Vault away");
        fixture.published.clear();

        fixture.reading = SECOND;

        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.subject().equals(AlertSubjects.VAULT)),
                "Vault back");
        assertThat(fixture.published(CredentialValidated.class)).isEmpty();
    }

    private boolean isRaised(String subject) {
        return fixture.published(AlertRaised.class).stream()
                .anyMatch(raised -> raised.subject().equals(subject));
    }

    @Test
    void aFailedCheckDoesNotKeepTheEngineClosed() {
        fixture.verdict = Uni.createFrom().failure(new IllegalStateException("bug"));

        fixture.open();

        assertThat(fixture.used).isEmpty();
        fixture.awaitOne(AlertRaised.class);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aKeyLostDuringARunSuspendsItAndAValidationResumesIt(
            KeyReading found, SuspensionReason reason, Class<? extends Message> event) {
        KeyReading before = fixture.reading;
        fixture.open();

        fixture.reading = found;

        assertThat(fixture.awaitOne(RunSuspended.class).reason()).isEqualTo(reason);
        fixture.awaitOne(event);
        fixture.reading = before;
        fixture.receive(Messages.validate());
        fixture.awaitOne(RunResumed.class);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                arguments(new KeyReading.Missing("gone"), SuspensionReason.CREDENTIAL_MISSING, CredentialMissing.class),
                arguments(SECOND, SuspensionReason.CREDENTIAL_ROTATED, CredentialRotated.class));
    }

    @Test
    void aValidKeyIsPublishedWithItsPropertiesAndItsRisksAreAlerts() {
        Instant stored = fixture.now().minus(Duration.ofDays(80)).truncatedTo(ChronoUnit.MICROS);
        fixture.reading = new KeyReading.Present(1, SECOND.credentials(), stored);
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, true, List.of("SPOT")));

        fixture.open();

        CredentialValidated validated = fixture.awaitOne(CredentialValidated.class);
        assertThat(validated.permissions()).containsExactly("SPOT");
        assertThat(validated.storedAt()).isEqualTo(stored);
        assertThat(validated.unboundKeyEndsBy()).isEqualTo(stored.plus(Duration.ofDays(90)));
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::summary)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("withdraw right nobody needs"),
                        text -> assertThat(text).contains("no IP binding").contains("10 days left"));
        assertThat(buys()).isTrue();
    }

    @Test
    void aKeyWithoutSpotPermissionIsNotUsed() {
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("FUTURES")));

        fixture.open();

        assertThat(fixture.awaitOne(CredentialValidated.class).canTrade()).isFalse();
        assertThat(fixture.awaitOne(AlertRaised.class).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(buys()).isFalse();
    }

    @Test
    void aKeyBoundToOtherAddressesIsAnAlertThatNamesTheRefusedAddress() {
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Rejected(700006, "203.0.113.9"));

        fixture.open();

        assertThat(fixture.awaitOne(CredentialRejected.class).refusedAddress()).isEqualTo("203.0.113.9");
        assertThat(fixture.awaitOne(AlertRaised.class).summary())
                .contains("bound to addresses")
                .contains("203.0.113.9");
    }

    @Test
    void armingAPairTheKeyDoesNotListRaisesAWarningAndDeniesNothing() {
        Instant opening = fixture.now().plusSeconds(30);
        fixture.keySymbols = Set.of("BTCUSDT");
        fixture.past(Messages.granted(Messages.PERMIT)).open();

        fixture.receive(Messages.signal(Messages.LISTING, opening.minusSeconds(15), opening));

        AlertRaised alert = fixture.awaitOne(AlertRaised.class);
        assertThat(alert.kind()).isEqualTo(AlertKind.PAIR_BARRED);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.subject()).isEqualTo("NEWT/USDT");
        assertThat(fixture.published(OrderArmed.class)).hasSize(1);

        fixture.keySymbols = Set.of("BTCUSDT", "NEWTUSDT");
        fixture.awaitCleared(AlertKind.PAIR_BARRED);
    }

    /** Signals a surprise with a permit, and returns whether an order is sent for it within a second. */
    private boolean buys() {
        fixture.receive(
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.time.advance(Duration.ofSeconds(1));
        return !fixture.exchange.placed.isEmpty();
    }
}
