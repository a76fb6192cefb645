package io.firstfill.risk.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import java.time.Duration;
import java.time.Instant;

/** Creates the events that publish a trading state. */
public final class TradingStateAnswers {
    private static final Actor SELF = Actor.system("risk-service");

    /** Buys of the hour before a loss are unknown, and every place of the hour counts as used until it is over. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private TradingStateAnswers() {}

    public static TradingStateChanged answer(SetTradingState command, Instant now) {
        MessageId id =
                MessageId.derivedFrom("TradingStateChanged", command.meta().id());
        return new TradingStateChanged(
                command.meta().next(id, now),
                command.environment(),
                command.state(),
                command.reason(),
                command.issuedBy());
    }

    public static TradingStateChanged initial(EnvironmentId environment, Instant now) {
        MessageId id = MessageId.derivedFrom("TradingStateChanged", environment, "initial");
        return new TradingStateChanged(Meta.first(id, now), environment, TradingState.ACTIVE, "first start", SELF);
    }

    public static TradingStateChanged haltedForLoss(EnvironmentId environment, RecordPlace place, Instant now) {
        MessageId id = MessageId.derivedFrom("TradingStateChanged", environment, place);
        String reason = "the risk book was lost, no permit before " + now.plus(UNKNOWN)
                + ", as the buys of the hour before the loss are unknown: " + place;
        return new TradingStateChanged(Meta.first(id, now), environment, TradingState.HALTED, reason, SELF);
    }
}
