package io.firstfill.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves that each command about the trading state is answered. After a tightening command the trader loosens only by
 * the answer to a later one, so a command without an answer would hold it for ever.
 */
class TradingStateAnswersTest {
    @ParameterizedTest
    @EnumSource(TradingState.class)
    void everyCommandIsAnsweredWithItsIdAlsoOneThatChangesNothingOrIsTheFirst(TradingState state) {
        RiskEngineFixture engine = new RiskEngineFixture();
        List<SetTradingState> commands =
                List.of(InputMessages.set(state), InputMessages.set(state), InputMessages.set(state));

        List<TradingStateChanged> answers = commands.stream()
                .flatMap(command -> engine.apply(command).of(TradingStateChanged.class).stream())
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.meta().causationId())
                .containsExactlyElementsOf(
                        commands.stream().map(command -> command.meta().id()).toList());
        assertThat(answers).extracting(TradingStateChanged::state).containsOnly(state);
        assertThat(answers).extracting(answer -> answer.meta().id()).doesNotHaveDuplicates();
    }

    @Test
    void theStateOfANewEnvironmentAnswersNoCommand() {
        RiskEngineFixture engine = new RiskEngineFixture();

        PublishedEvents opened = engine.openEnvironment();

        assertThat(opened.of(TradingStateChanged.class))
                .singleElement()
                .satisfies(first -> assertThat(first.meta().causationId()).isNull());
    }

    @Test
    void aCommandReadBeforeTheEnvironmentIsOpenedIsItsFirstState() {
        RiskEngineFixture engine = new RiskEngineFixture();
        engine.apply(InputMessages.set(TradingState.HALTED));

        PublishedEvents opened = engine.openEnvironment();

        assertThat(opened.all()).isEmpty();
        assertThat(engine.book.tradingState()).isEqualTo(TradingState.HALTED);
    }
}
