package io.firstfill.control.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.alert.AlertSubjects;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.Settings;
import io.firstfill.control.environment.BalanceBook;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.guardrail.CapBook;
import io.firstfill.control.liveness.HeartbeatFixture;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that the gate closes for a service that is not alive, for blind feeds and for caps without room. */
class ServicesGateTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), Instant.EPOCH);

    private final EnvironmentBook book = new EnvironmentBook();
    private final LedgerWatch ledger =
            new LedgerWatch(() -> Uni.createFrom().item(new LedgerReport(true, null)), Settings.standard());
    private final HeartbeatFixture services = new HeartbeatFixture();
    private final CapBook caps = new CapBook();
    private final StartGate gate = new StartGate(
            book,
            new Quarantine(book, ledger, new SkippedRecords()),
            ledger,
            new ServiceChecks(book, services.book, services.hearing),
            caps,
            new BalanceCheck(new BalanceBook(MessageCodec.standard()), services::now, Settings.standard()));

    @Test
    void aValidCredentialNeedsATraderThatIsAliveNow() {
        book.apply(new CredentialValidated(META, PAPER, "mexc/x", 1, true, false));
        assertThat(item("credential").remedy()).contains("no trader", "start the trader-service");

        services.after(Duration.ofSeconds(1)).alive("trader");
        assertThat(item("credential").ok()).isTrue();

        services.after(Duration.ofSeconds(8));
        assertThat(item("credential").ok()).isFalse();
    }

    @Test
    void aControlThatHearsNobodySaysThatOfItselfAndOpensNoGate() {
        services.after(Duration.ofSeconds(1)).alive("risk", "scanner").hearing.read(services.now());
        assertThat(item("risk").ok()).isTrue();

        services.after(Duration.ofSeconds(4));

        assertThat(item("risk").remedy()).contains("Control itself has read nothing since");
        assertThat(item("feeds").remedy()).contains("Control itself has read nothing since");
    }

    @Test
    void riskMustBeAlive() {
        assertThat(item("risk").remedy()).contains("no permits");
        services.after(Duration.ofSeconds(1)).alive("risk");
        assertThat(item("risk").ok()).isTrue();
    }

    @Test
    void theScannerMustBeAliveAndSeeNewPairsByOneOfItsFeeds() {
        assertThat(item("feeds").remedy()).contains("scanner-service");
        services.after(Duration.ofSeconds(1)).alive("scanner");
        assertThat(item("feeds").ok()).isTrue();

        feed(AlertKind.FEED_SILENT, "default-symbols");
        feed(AlertKind.FEED_SILENT, "calendar");
        assertThat(item("feeds").ok()).as("prices still show new pairs").isTrue();

        feed(AlertKind.FEED_DEGRADED, "ticker-price");
        assertThat(item("feeds").remedy()).contains("no other feed shows new pairs");

        book.apply(new AlertCleared(META, PAPER, AlertKind.FEED_SILENT, "default-symbols"));
        assertThat(item("feeds").ok()).isTrue();
    }

    @Test
    void noRunStartsWhileTheTraderCannotReadVault() {
        assertThat(item("vault").ok()).isTrue();
        raised("firstfill/paper age");
        assertThat(item("vault").ok()).as("advice about the key").isTrue();

        raised(AlertSubjects.VAULT);
        assertThat(item("vault").remedy()).contains("it is sealed (503)", "unseal", "asks again by itself");

        book.apply(new AlertCleared(META, PAPER, AlertKind.CREDENTIAL, AlertSubjects.VAULT));
        assertThat(item("vault").ok()).isTrue();
    }

    private void raised(String subject) {
        String summary = "Vault cannot be read: it is sealed (503)";
        book.apply(new AlertRaised(META, PAPER, AlertKind.CREDENTIAL, subject, Severity.WARNING, summary, null));
    }

    @Test
    void thereMustBeRoomForOneBuyUnderEveryCapAboveTheRun() {
        report(use(Cap.SPEND_PER_DAY, CapLevel.ENVIRONMENT, "95", "100", false));
        assertThat(item("room").ok()).isTrue();
        GateItem forTen = room("10");
        assertThat(forTen.ok()).isFalse();
        assertThat(forTen.remedy()).contains("SPEND_PER_DAY of the ENVIRONMENT used 95 of 100");
        assertThat(room("5").ok()).isTrue();

        report(use(Cap.OPEN_POSITIONS, CapLevel.DEPLOYMENT, "3", "3", true));
        assertThat(item("room").remedy()).contains("OPEN_POSITIONS of the DEPLOYMENT", "guardrail");

        report(use(Cap.TRADES_PER_HOUR, CapLevel.RUN, "10", "10", true));
        assertThat(item("room").ok()).as("the cap of the run before").isTrue();
    }

    private GateItem room(String quoteAmount) {
        return gate.items(PAPER, PriorMessages.configuration("chosen", quoteAmount, "100")).stream()
                .filter(item -> item.name().equals("room"))
                .findFirst()
                .orElseThrow();
    }

    private void report(CapUse use) {
        caps.apply(new CapsReported(META, PAPER, null, 0, Guardrails.NONE, List.of(use)));
    }

    private static CapUse use(Cap cap, CapLevel level, String used, String limit, boolean reached) {
        return new CapUse(cap, level, used, limit, true, reached, null);
    }

    private void feed(AlertKind kind, String subject) {
        book.apply(new AlertRaised(META, PAPER, kind, subject, Severity.WARNING, "The feed is away", null));
    }

    private GateItem item(String name) {
        return gate.items(PAPER).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
