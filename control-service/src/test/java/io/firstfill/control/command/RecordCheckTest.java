package io.firstfill.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.PriorMessages;
import io.firstfill.service.json.MessageCodec;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that no command is published which not every service could read. */
class RecordCheckTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Actor OLIVIA = PriorMessages.OLIVIA;
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), Instant.EPOCH);

    private final RecordCheck check = new RecordCheck(MessageCodec.standard());

    @Test
    void anOrdinaryCommandPasses() {
        assertThat(check.failure(new SaveConfiguration(
                        META,
                        PAPER,
                        OLIVIA,
                        ConfigurationId.derivedFrom("c"),
                        0,
                        PriorMessages.configuration("any", "10", "100"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "a\nb"})
    void aTextThatNotEveryServiceCanReadDoesNot(String reason) {
        Command command;
        try {
            command = new SetTradingState(META, PAPER, OLIVIA, TradingState.HALTED, reason);
        } catch (IllegalArgumentException e) {
            return; // the contract refused it before
        }
        assertThat(check.failure(command)).isPresent();
    }

    @Test
    void aCommandOfALaterContractLevelIsNotForOldReaders() {
        var command = new AcknowledgeRecord(META, PAPER, OLIVIA, new RecordPlace("orders.v1", 0, 1), "a copy");
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

        assertThat(check.mayWrite(command)).isTrue();
        assertThat(new RecordCheck(new MessageCodec(json, 1)).mayWrite(command)).isFalse();
        assertThat(new RecordCheck(new MessageCodec(json, 1)).failure(command)).isPresent();
    }
}
