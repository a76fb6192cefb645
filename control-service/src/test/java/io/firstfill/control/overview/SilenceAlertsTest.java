package io.firstfill.control.overview;

import static io.firstfill.control.liveness.HeartbeatBook.RISK;
import static io.firstfill.control.liveness.HeartbeatBook.SCANNER;
import static io.firstfill.control.liveness.HeartbeatBook.TRADER;
import static io.firstfill.control.liveness.HeartbeatFixture.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.Settings;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.liveness.HeartbeatFixture;
import io.firstfill.control.run.RunBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves when a silent service is an alert, and that a start of the deployment is none. */
class SilenceAlertsTest {
    private static final RunId RUN = RunId.derivedFrom("run");

    private final HeartbeatFixture time = new HeartbeatFixture();
    private final EnvironmentBook book = new EnvironmentBook();
    private final RunBook runs = new RunBook();
    private final SilenceAlerts alerts = new SilenceAlerts(book, runs, time.book, Settings.standard());

    @Test
    void aServiceThatVanishedIsOneAlertUntilItIsBack() {
        time.after(Duration.ofSeconds(1)).alive(RISK, SCANNER, TRADER);
        assertThat(changes()).isEmpty();

        time.after(Duration.ofSeconds(5)).alive(RISK, SCANNER);
        time.after(Duration.ofSeconds(3));
        AlertRaised raised = (AlertRaised) changes().getFirst();
        assertThat(raised.kind()).isEqualTo(AlertKind.SERVICE_SILENT);
        assertThat(raised.subject()).isEqualTo(TRADER);
        assertThat(raised.severity()).isEqualTo(Severity.WARNING);
        assertThat(changes()).as("before it is read from the topic").isEmpty();

        book.apply(raised);
        time.after(Duration.ofMinutes(2)).alive(RISK, SCANNER);
        assertThat(changes()).as("while it is open").isEmpty();

        time.alive(TRADER);
        List<AlertEvent> back = changes();
        assertThat(back).hasSize(1).first().isInstanceOf(AlertCleared.class);
        book.apply(back.getFirst());
        assertThat(changes()).isEmpty();
    }

    @Test
    void aStartOfTheDeploymentRaisesNothingUntilARunHasWaitedForAService() {
        start();
        time.after(Duration.ofSeconds(30));
        assertThat(changes()).isEmpty();

        time.after(Duration.ofMillis(1)).alive(RISK, SCANNER);
        AlertRaised raised = (AlertRaised) changes().getFirst();
        assertThat(raised.subject()).isEqualTo(TRADER);
        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(raised.runId()).isEqualTo(RUN);
    }

    @Test
    void nobodyIsSilentBecauseControlReadThePastAgainMeanwhile() {
        start();
        time.after(Duration.ofSeconds(1)).alive(RISK, SCANNER, TRADER);
        Instant opened = time.after(Duration.ofSeconds(60)).now();
        assertThat(changes(opened)).isEmpty();

        time.after(Duration.ofSeconds(2)).alive(RISK, SCANNER);
        assertThat(changes(opened)).isEmpty();

        time.after(Duration.ofSeconds(6));
        assertThat(changes(opened)).extracting(AlertEvent::subject).containsExactly(TRADER);
    }

    @Test
    void noServiceIsAnAlertWhileControlsOwnConnectionIsAwayNorRightAfter() {
        start();
        time.after(Duration.ofSeconds(1)).alive(RISK, SCANNER, TRADER).hearing.read(time.now());
        Instant before = time.hearing.since().orElseThrow();
        for (int second = 0; second < 40; second++) {
            assertThat(changes(before)).as("deaf for %d s", second).isEmpty();
            time.after(Duration.ofSeconds(1));
        }

        time.hearing.read(time.now());
        assertThat(changes(time.hearing.since().orElseThrow())).isEmpty();
        time.after(Duration.ofSeconds(2)).alive(RISK, SCANNER).hearing.read(time.now());
        assertThat(changes(time.hearing.since().orElseThrow())).isEmpty();

        for (int second = 0; second < 3; second++) {
            time.after(Duration.ofSeconds(2)).hearing.read(time.now());
        }
        assertThat(changes(time.hearing.since().orElseThrow()))
                .as("the trader has vanished meanwhile")
                .extracting(AlertEvent::subject)
                .containsExactly(TRADER);
    }

    @Test
    void servicesThatWereNeverHeardAreNoAlertWhileNoRunNeedsThem() {
        time.after(Duration.ofHours(1));
        assertThat(changes()).isEmpty();
    }

    @Test
    void aRunShowsWhichOfItsServicesAreSilent() {
        start();
        RunView view = new RunView(runs, time.book);
        time.after(Duration.ofSeconds(1)).alive(RISK, SCANNER, TRADER);
        assertThat(view.find(RUN).orElseThrow().silentServices()).isNull();

        time.after(Duration.ofSeconds(5)).alive(SCANNER);
        time.after(Duration.ofSeconds(4));

        assertThat(view.find(RUN).orElseThrow().silentServices()).containsExactly(RISK, TRADER);
        assertThat(view.active(PAPER).orElseThrow().silentServices()).containsExactly(RISK, TRADER);
        assertThat(view.all().getFirst().silentServices()).containsExactly(RISK, TRADER);
    }

    private List<AlertEvent> changes() {
        return changes(HeartbeatFixture.START.minusSeconds(60));
    }

    private List<AlertEvent> changes(Instant listeningSince) {
        return alerts.changes(PAPER, listeningSince, time.now());
    }

    private void start() {
        runs.apply(new RunStarted(
                Meta.first(MessageId.derivedFrom("started"), HeartbeatFixture.START),
                PAPER,
                RUN,
                new ConfigurationRef(ConfigurationId.derivedFrom("any"), 1),
                PriorMessages.configuration("any", "10", "100"),
                PriorMessages.OLIVIA));
    }
}
