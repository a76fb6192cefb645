package io.firstfill.trader.state;

import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trading state that the trader obeys. HALTED and REDUCING hold from the moment their command is read, whether
 * risk-service is alive or not. The state loosens only on a TradingStateChanged that a command later than the last
 * tightening one has caused.
 *
 * <p>The commands of one environment are in one partition, so that the order of reading them is their order. Commands
 * and changes are on different topics and may be read in any order between the two, on replay as well; a change whose
 * command has not been read, or is older than the replay of commands, loosens nothing. Confined to the event loop.
 */
final class TradingStates {
    /** The number of each command that was read, in order. */
    private final Map<MessageId, Integer> numbers = new HashMap<>();
    /** The commands that have caused a change and have not been read. */
    private final Set<MessageId> causes = new HashSet<>();
    /** The last command of each tightening state, by its number, until a later command has caused a change. */
    private final Map<TradingState, Integer> tightened = new EnumMap<>(TradingState.class);

    private @Nullable TradingState published;

    /** A command read twice changes nothing. */
    void commanded(SetTradingState command) {
        MessageId id = command.meta().id();
        int number = numbers.size() + 1;
        if (numbers.putIfAbsent(id, number) != null) {
            return;
        }
        if (command.state() != TradingState.ACTIVE) {
            tightened.put(command.state(), number);
        }
        if (causes.remove(id)) {
            answered(number);
        }
    }

    void changed(TradingStateChanged change) {
        published = change.state();
        MessageId cause = change.meta().causationId();
        Integer number = cause == null ? null : numbers.get(cause);
        if (number != null) {
            answered(number);
        } else if (cause != null) {
            causes.add(cause);
        }
    }

    /** The strictest of what is commanded and what is published; null until risk-service has published a state. */
    @Nullable TradingState effective() {
        if (tightened.containsKey(TradingState.HALTED) || published == TradingState.HALTED) {
            return TradingState.HALTED;
        }
        return tightened.containsKey(TradingState.REDUCING) ? TradingState.REDUCING : published;
    }

    /** A tightening command still holds after the change it has caused itself: only a later one overrules it. */
    private void answered(int number) {
        tightened.values().removeIf(earlier -> earlier < number);
    }
}
