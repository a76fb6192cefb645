package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Topics;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that positions from before the book counted any take room: those of an upgrade, and of a lost book. */
class PastPositionsTest {
    private static final RunId BEFORE = RunId.derivedFrom("an earlier run");

    private final TopologyDriver driver = new TopologyDriver(MessageCodec.standard(), PAPER);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theOpenPositionsOfABookFromBeforeTheyWereCountedTakeRoom() throws IOException {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, CapMessages.only(Cap.OPEN_POSITIONS, "3")));
        ObjectMapper json = new ObjectMapper();
        ObjectNode book = (ObjectNode) json.readTree(driver.stored().get("paper"));
        book.remove("exposure");
        driver.overwrite("paper", json.writeValueAsString(book).getBytes(UTF_8));
        driver.past = Optional.of(List.of(
                opened(PAPER, "ONE/USDT"),
                opened(PAPER, "TWO/USDT"),
                opened(EnvironmentId.of("live"), "THREE/USDT"),
                closed("TWO/USDT")));
        driver.restart();

        driver.pass(Duration.ofSeconds(1));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 9)));
        driver.pass(Duration.ofSeconds(1));

        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(2);
        assertThat(used()).isEqualTo("1");
    }

    @Test
    void aBookFromBeforeItSaidWhetherThePastIsCountedIsReadAndCompleted() throws IOException {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, CapMessages.only(Cap.OPEN_POSITIONS, "3")));
        ObjectMapper json = new ObjectMapper();
        ObjectNode book = (ObjectNode) json.readTree(driver.stored().get("paper"));
        ((ObjectNode) book.get("exposure").get("positions")).remove("complete");
        driver.overwrite("paper", json.writeValueAsString(book).getBytes(UTF_8));
        driver.past = Optional.of(List.of(opened(PAPER, "ONE/USDT")));
        driver.restart();

        driver.pass(Duration.ofSeconds(1));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 9)));
        driver.pass(Duration.ofSeconds(1));

        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(2);
        assertThat(used()).isEqualTo("1");
    }

    @Test
    void theyAreReadOnceTheTopicCanBe() {
        driver.past = Optional.empty();
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, CapMessages.only(Cap.OPEN_POSITIONS, "3")));
        driver.past = Optional.of(List.of(opened(PAPER, "ONE/USDT")));

        driver.pass(Duration.ofSeconds(2));

        assertThat(used()).isEqualTo("1");
    }

    @Test
    void theOpenPositionsOfALostBookTakeRoom() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(CapMessages.guardrails(0, CapMessages.only(Cap.OPEN_POSITIONS, "3")));
        driver.past = Optional.of(List.of(opened(PAPER, "ONE/USDT")));
        driver.overwrite("paper", "broken".getBytes(UTF_8));
        driver.restart();

        driver.pass(Duration.ofSeconds(3));

        assertThat(used()).isEqualTo("1");
    }

    private String used() {
        return driver.read(Topics.CAPS, CapsReported.class, PAPER).getLast().uses().stream()
                .filter(use -> use.cap() == Cap.OPEN_POSITIONS)
                .map(CapUse::used)
                .findFirst()
                .orElseThrow();
    }

    static OrderEvent opened(EnvironmentId environment, String pair) {
        return new PositionOpened(
                InputMessages.credentialValidated().meta(),
                environment,
                BEFORE,
                PositionId.derivedFrom(BEFORE, Pair.of(pair)),
                Pair.of(pair),
                Quantity.of("5"),
                Amount.of("10"),
                Price.of("2"),
                PositionHolder.OPERATOR);
    }

    private static OrderEvent closed(String pair) {
        return new PositionClosed(
                InputMessages.credentialValidated().meta(),
                PAPER,
                BEFORE,
                PositionId.derivedFrom(BEFORE, Pair.of(pair)),
                Pair.of(pair),
                Amount.of("11"));
    }
}
