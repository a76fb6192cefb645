package io.firstfill.trader.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proves that a tightening command holds until a later command has caused a change, in every order of reading. */
class TradingStatesTest {
    private static final List<TradingState> STATES = List.of(TradingState.values());
    private static final int CASES = 5_000;

    @Test
    void aTighteningCommandHoldsWithoutRiskService() {
        TradingStates states = read(Messages.trading(), OperatorMessages.command(TradingState.HALTED));

        assertThat(states.effective()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aLooserCommandWaitsForItsChange() {
        SetTradingState reducing = OperatorMessages.command(TradingState.REDUCING);
        TradingStates states = read(Messages.trading(), OperatorMessages.command(TradingState.HALTED), reducing);
        assertThat(states.effective()).isEqualTo(TradingState.HALTED);

        states.changed(OperatorMessages.answer(reducing));

        assertThat(states.effective()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void theChangeOfAnEarlierCommandLoosensNothing() {
        SetTradingState active = OperatorMessages.command(TradingState.ACTIVE);
        TradingStates states =
                read(active, OperatorMessages.command(TradingState.HALTED), OperatorMessages.answer(active));

        assertThat(states.effective()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aChangeThatNoCommandHasCausedLoosensNothing() {
        SetTradingState halt = OperatorMessages.command(TradingState.HALTED);
        TradingStates states = read(halt, OperatorMessages.answer(halt), Messages.trading());

        assertThat(states.effective()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aChangeWhoseCommandIsOlderThanTheReplayHoldsWhereNothingWasTightenedSince() {
        TradingStateChanged old = OperatorMessages.answer(OperatorMessages.command(TradingState.ACTIVE));

        assertThat(read(old).effective()).isEqualTo(TradingState.ACTIVE);
        assertThat(read(old, OperatorMessages.command(TradingState.REDUCING)).effective())
                .isEqualTo(TradingState.REDUCING);
        assertThat(read(OperatorMessages.command(TradingState.REDUCING), old).effective())
                .isEqualTo(TradingState.REDUCING);
    }

    @Test
    void aCommandReadTwiceChangesNothing() {
        SetTradingState halt = OperatorMessages.command(TradingState.HALTED);
        SetTradingState active = OperatorMessages.command(TradingState.ACTIVE);

        assertThat(read(halt, active, OperatorMessages.answer(active), halt).effective())
                .isEqualTo(TradingState.ACTIVE);
    }

    /** Commands keep their order, and so do changes; risk-service has answered the first of the commands. */
    @Test
    void everyMergedOrderOfCommandsAndChangesEndsInTheSameState() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            List<SetTradingState> commands = new ArrayList<>();
            for (int number = random.nextInt(6); number >= 0; number--) {
                commands.add(OperatorMessages.command(STATES.get(random.nextInt(3))));
            }
            int answered = random.nextInt(commands.size() + 1);
            List<TradingStateChanged> changes = new ArrayList<>(List.of(Messages.trading()));
            commands.subList(0, answered).forEach(command -> changes.add(OperatorMessages.answer(command)));

            TradingStates states = new TradingStates();
            merged(commands, changes, random).forEach(message -> apply(states, message));

            assertThat(states.effective())
                    .as("seed %d case %d: %s, %d answered", seed, i, commands, answered)
                    .isEqualTo(expected(commands, answered));
        }
    }

    /** The state of the last answered command, or a stricter one that was commanded after it. */
    private static TradingState expected(List<SetTradingState> commands, int answered) {
        TradingState strictest =
                answered == 0 ? TradingState.ACTIVE : commands.get(answered - 1).state();
        for (SetTradingState later : commands.subList(answered, commands.size())) {
            strictest = later.state().compareTo(strictest) > 0 ? later.state() : strictest;
        }
        return strictest;
    }

    private static List<Message> merged(
            List<SetTradingState> commands, List<TradingStateChanged> changes, Random random) {
        List<Message> left = new ArrayList<>(commands);
        List<Message> right = new ArrayList<>(changes);
        List<Message> merged = new ArrayList<>();
        while (!left.isEmpty() || !right.isEmpty()) {
            boolean takeLeft = right.isEmpty() || (!left.isEmpty() && random.nextBoolean());
            merged.add((takeLeft ? left : right).removeFirst());
        }
        return merged;
    }

    private static TradingStates read(Message... messages) {
        TradingStates states = new TradingStates();
        List.of(messages).forEach(message -> apply(states, message));
        return states;
    }

    private static void apply(TradingStates states, Message message) {
        switch (message) {
            case SetTradingState command -> states.commanded(command);
            case TradingStateChanged change -> states.changed(change);
            default -> throw new IllegalArgumentException(message.type());
        }
    }
}
