package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.TradingState;
import java.time.Instant;
import java.util.List;

/**
 * Decides about permits (FR-008, SC-004). Pure: the same book, message and time give the same decision, ids included, so a
 * decision taken again after a crash is the same one.
 */
public final class RiskEngine {
    private static final Actor SELF = Actor.system("risk-service");

    /** More than any redelivery reaches back within one environment. */
    private static final int SEEN_REMEMBERED = 256;

    private final PoolTerms terms;

    public RiskEngine(PoolTerms terms) {
        this.terms = terms;
    }

    /** A message that was applied before changes nothing. */
    public Decision decide(RiskBook book, Message message, Instant now) {
        MessageId id = message.meta().id();
        if (!concerns(message) || book.seen().contains(id)) {
            return new Decision(book, List.of());
        }
        DecisionBuilder turn = new DecisionBuilder(book, terms, new RiskEvents(book.environment(), id, now));
        apply(turn, message, now);
        turn.settle();
        return turn.became(turn.book().withSeen(Recent.remember(turn.book().seen(), id, SEEN_REMEMBERED)))
                .decided();
    }

    /** The hour moves on, permits lapse, answers stay out. */
    public Decision passTime(RiskBook book, Instant now) {
        return new DecisionBuilder(book, terms, new RiskEvents(book.environment(), null, now))
                .settle()
                .decided();
    }

    /** An environment nobody has set a state for may trade from now on. */
    public Decision open(RiskBook book, Instant now) {
        DecisionBuilder turn = new DecisionBuilder(book, terms, new RiskEvents(book.environment(), null, now));
        if (book.tradingState() == null) {
            turn.became(book.with(TradingState.ACTIVE)).say(initial(book.environment(), now));
        }
        return turn.settle().decided();
    }

    private static boolean concerns(Message message) {
        return message instanceof StopRun
                || message instanceof SetTradingState
                || message instanceof RunEvent
                || message instanceof OrderEvent
                || message instanceof CredentialEvent
                || message instanceof TradingStateChanged;
    }

    private static void apply(DecisionBuilder turn, Message message, Instant now) {
        RiskBook book = turn.book();
        switch (message) {
            case SetTradingState command ->
                turn.became(book.with(command.state())).say(answer(command, now));
            case StopRun stop -> turn.became(RunChanges.ended(book, stop.runId()));
            case RunStarted started -> start(turn, started);
            case RunEvent event -> turn.became(RunChanges.apply(book, event));
            case OrderEvent event -> turn.became(OrderChanges.apply(book, event, now));
            case CredentialEvent event -> turn.became(book.withCredential(event instanceof CredentialValidated));
            case TradingStateChanged told -> turn.became(adopt(book, told));
            default -> turn.became(book);
        }
    }

    /** The run before is settled first: its caps are cleared under its own name. */
    private static void start(DecisionBuilder turn, RunStarted started) {
        Run before = turn.book().run();
        if (before != null && RunChanges.takesOver(turn.book(), started)) {
            turn.became(RunChanges.ended(turn.book(), before.id())).settle();
        }
        turn.became(RunChanges.apply(turn.book(), started));
    }

    /** Our own earlier word, from before this book existed; later words of ours are already in it. */
    private static RiskBook adopt(RiskBook book, TradingStateChanged told) {
        return book.tradingState() == null ? book.with(told.state()) : book;
    }

    private static TradingStateChanged answer(SetTradingState command, Instant now) {
        MessageId id =
                MessageId.derivedFrom("TradingStateChanged", command.meta().id());
        return new TradingStateChanged(
                command.meta().next(id, now),
                command.environment(),
                command.state(),
                command.reason(),
                command.issuedBy());
    }

    private static TradingStateChanged initial(EnvironmentId environment, Instant now) {
        MessageId id = MessageId.derivedFrom("TradingStateChanged", environment, "initial");
        return new TradingStateChanged(Meta.first(id, now), environment, TradingState.ACTIVE, "first start", SELF);
    }
}
