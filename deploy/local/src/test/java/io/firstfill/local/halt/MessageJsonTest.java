package io.firstfill.local.halt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves that a halt writes and reads what the services do: the contract's golden files. */
class MessageJsonTest {
    private static final Path GOLDEN = Path.of("../../common/contract/src/test/resources/golden");

    @Test
    void theCommandIsWrittenAsTheGoldenFileHasIt() throws IOException {
        UUID id = UUID.fromString("55a54008-ad1b-3589-aa21-0d2629c1df41");
        Meta meta = new Meta(
                new MessageId(id),
                Instant.parse("2026-11-22T12:00:00.023456Z"),
                new CorrelationId(id),
                new MessageId(id));
        SetTradingState command =
                new SetTradingState(meta, EnvironmentId.of("paper"), Actor.of("value"), TradingState.ACTIVE, "reason");

        JsonNode written = new ObjectMapper().readTree(MessageJson.write(command));

        assertThat(written).isEqualTo(new ObjectMapper().readTree(golden("SetTradingState")));
    }

    @Test
    void noFieldOfACommandIsNull() {
        SetTradingState command = new SetTradingState(
                Meta.first(new MessageId(UUID.randomUUID()), Instant.EPOCH),
                EnvironmentId.of("paper"),
                Actor.of("deploy:alice"),
                TradingState.HALTED,
                "reason");

        assertThat(new String(MessageJson.write(command), StandardCharsets.UTF_8))
                .doesNotContain("null");
    }

    @Test
    void theAnswerIsReadAsTheGoldenFileHasIt() throws IOException {
        assertThat(MessageJson.readTradingState(golden("TradingStateChanged")))
                .get()
                .extracting(TradingStateChanged::state)
                .isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void whatIsNoTradingStateIsPassedOver() throws IOException {
        assertThat(MessageJson.readTradingState(golden("SetTradingState"))).isEmpty();
        assertThat(MessageJson.readTradingState("no json".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(MessageJson.readTradingState("null".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] golden(String type) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(type + ".json"));
    }
}
