package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves when the topology reports the caps, what it leaves out below level 3, and what a lost book does not take. */
class CapReportsTest {
    private static final EnvironmentId LIVE = EnvironmentId.of("live");
    private static final Guardrails GUARDRAILS = new Guardrails(3, null, Amount.of("500"), null, null, null, 1);

    private TopologyDriver driver = new TopologyDriver(MessageCodec.standard(), PAPER, LIVE);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void capsAreReportedOnChangeAtMostOnceASecondAndOnceAnHour() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 4)));
        driver.pass(Duration.ofSeconds(1));
        driver.read(Topics.CAPS);

        List<PermitGranted> permits = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        permits.forEach(permit -> driver.publish(InputMessages.submitted(permit)));
        List<CapsReported> atOnce = reports();
        driver.pass(Duration.ofSeconds(1));
        List<CapsReported> aSecondLater = reports();
        driver.pass(Duration.ofMinutes(59));
        List<CapsReported> unchanged = reports();
        driver.pass(Duration.ofMinutes(1));
        List<CapsReported> hourly = reports();

        assertThat(atOnce).isEmpty();
        assertThat(aSecondLater)
                .singleElement()
                .satisfies(report -> assertThat(report.uses())
                        .filteredOn(use -> use.cap() == Cap.CONCURRENT_LISTINGS)
                        .singleElement()
                        .satisfies(use -> assertThat(use.reached()).isTrue()));
        assertThat(unchanged).isEmpty();
        assertThat(hourly).hasSize(1);
    }

    @Test
    void belowLevelThreeNothingIsWrittenThatAReaderDoesNotKnow() {
        driver.close();
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        driver = new TopologyDriver(new MessageCodec(json, 2), PAPER);
        driver.pass(Duration.ofSeconds(3));

        driver.publish(CapMessages.guardrails(0, GUARDRAILS));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 4)));
        driver.pass(Duration.ofSeconds(2));

        assertThat(reports()).isEmpty();
        assertThat(driver.read(Topics.RUNS)).isEmpty();
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(3);
        assertThat(driver.read(Topics.ALERTS)).as("no decision failed").isEmpty();
    }

    @Test
    void aLostBookTakesNeitherGuardrailsNorATrippedBreakerAway() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, GUARDRAILS));
        driver.publish(InputMessages.started(RUN, "10", InputMessages.wide()));
        PermitGranted failed =
                driver.read(Topics.PERMITS, PermitGranted.class, PAPER).getFirst();
        driver.publish(InputMessages.submitted(failed));
        driver.publish(CapMessages.rejected(failed, Rejection.TERMINAL));

        loseBook();
        driver.publish(InputMessages.started(RUN, "10", InputMessages.wide()));
        List<PermitGranted> tripped = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.jump(Duration.ofHours(1));
        List<PermitGranted> anHourLater = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.publish(CapMessages.reset(Cap.CONSECUTIVE_FAILURES));
        List<PermitGranted> reset = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.publish(CapMessages.guardrails(1, Guardrails.NONE));

        assertThat(tripped).isEmpty();
        assertThat(anHourLater).as("the buys of the hour are known again").isEmpty();
        assertThat(reset).as("the guardrail of 3 trades holds").hasSize(3);
        assertThat(driver.read(Topics.RUNS, GuardrailsChanged.class, PAPER))
                .extracting(GuardrailsChanged::version)
                .contains(2);
    }

    private void loseBook() {
        driver.overwrite("paper", "{".getBytes(StandardCharsets.UTF_8));
        driver.restart();
        driver.pass(Duration.ofSeconds(2));
        driver.read(Topics.PERMITS);
        String subject = driver.read(Topics.ALERTS, AlertRaised.class, PAPER).stream()
                .map(alert -> alert.subject())
                .filter(each -> each.startsWith("risk "))
                .findFirst()
                .orElseThrow();
        driver.publish(InputMessages.acknowledge(RecordPlace.of(subject.substring("risk ".length()))));
        driver.publish(InputMessages.set(TradingState.ACTIVE));
    }

    /** Two environments share a partition; what one is granted does not depend on the other. */
    @Test
    void theCapsOfOneEnvironmentAreNotThoseOfAnother() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, GUARDRAILS));
        driver.publish(InputMessages.started(LIVE, RUN, "10", InputMessages.wide()));
        driver.publish(InputMessages.started(RUN, "10", InputMessages.wide()));
        List<Message> permits = driver.read(Topics.PERMITS);
        permits.stream()
                .filter(permit -> permit.environment().equals(PAPER))
                .findFirst()
                .ifPresent(permit -> {
                    driver.publish(InputMessages.submitted((PermitGranted) permit));
                    driver.publish(CapMessages.rejected((PermitGranted) permit, Rejection.TERMINAL));
                });
        driver.pass(Duration.ofSeconds(2));

        assertThat(permits).filteredOn(each -> each.environment().equals(PAPER)).hasSize(3);
        assertThat(permits).filteredOn(each -> each.environment().equals(LIVE)).hasSize(5);
        List<Message> later = driver.read(Topics.PERMITS);
        assertThat(later).isNotEmpty().allMatch(each -> each.environment().equals(PAPER));
        assertThat(driver.read(Topics.CAPS, CapsReported.class, LIVE))
                .allSatisfy(report -> assertThat(report.guardrailsVersion()).isZero());
    }

    private List<CapsReported> reports() {
        return driver.read(Topics.CAPS, CapsReported.class, PAPER);
    }
}
