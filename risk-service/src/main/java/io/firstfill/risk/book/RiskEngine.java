package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import java.time.Instant;
import java.util.List;

/**
 * Decides which permits are granted and revoked (FR-008, SC-004). Pure: the same risk book, message and time give the
 * same decision, ids included, so a decision that is repeated after a crash is the same decision.
 */
public final class RiskEngine {
    private static final Actor SELF = Actor.system("risk-service");

    /**
     * Number of message ids held for recognising duplicates: more than any redelivery reaches back in one environment.
     */
    private static final int SEEN_LIMIT = 256;

    private final PoolTerms terms;

    public RiskEngine(PoolTerms terms) {
        this.terms = terms;
    }

    /** Decides what follows from a message. A message that was applied before changes nothing. */
    public Decision decide(RiskBook book, Message message, Instant now) {
        MessageId id = message.meta().id();
        if (!concerns(message) || book.seen().contains(id)) {
            return new Decision(book, List.of());
        }
        DecisionBuilder decision = new DecisionBuilder(book, terms, new RiskEvents(book.environment(), id, now));
        apply(decision, message, now);
        decision.applyRules();
        return decision.replaceBook(decision.book()
                        .withSeen(BoundedHistory.append(decision.book().seen(), id, SEEN_LIMIT)))
                .build();
    }

    /** Decides what follows from time alone: buys leave the hour, permits expire, revocations stay unanswered. */
    public Decision passTime(RiskBook book, Instant now) {
        return new DecisionBuilder(book, terms, new RiskEvents(book.environment(), null, now))
                .applyRules()
                .build();
    }

    /** States the alerts of the caps that block now once more, so that they do not leave their topic while they hold. */
    public Decision restate(RiskBook book, Instant now) {
        Run run = book.run();
        if (run == null || run.reached().isEmpty()) {
            return new Decision(book, List.of());
        }
        RiskEvents events = new RiskEvents(book.environment(), null, now);
        return new Decision(
                book,
                CapPolicies.levels(book.usage(now), run.caps()).stream()
                        .filter(level -> run.reached().contains(level.cap()))
                        .map(level -> events.restated(run, level))
                        .toList());
    }

    /** Sets the trading state of a new environment to ACTIVE, when no trading state was set before. */
    public Decision open(RiskBook book, Instant now) {
        DecisionBuilder decision = new DecisionBuilder(book, terms, new RiskEvents(book.environment(), null, now));
        if (book.tradingState() == null) {
            decision.replaceBook(book.with(TradingState.ACTIVE)).publish(initial(book.environment(), now));
        }
        return decision.applyRules().build();
    }

    private static boolean concerns(Message message) {
        return message instanceof StopRun
                || message instanceof SetTradingState
                || message instanceof RunEvent
                || message instanceof OrderEvent
                || message instanceof CredentialEvent
                || message instanceof TradingStateChanged;
    }

    private static void apply(DecisionBuilder decision, Message message, Instant now) {
        RiskBook book = decision.book();
        switch (message) {
            case SetTradingState command ->
                decision.replaceBook(book.with(command.state())).publish(answer(command, now));
            case StopRun stop -> decision.replaceBook(RunChanges.ended(book, stop.runId()));
            case RunStarted started -> start(decision, started);
            case RunEvent event -> decision.replaceBook(RunChanges.apply(book, event));
            case OrderEvent event -> decision.replaceBook(OrderChanges.apply(book, event, now));
            case CredentialEvent event ->
                decision.replaceBook(book.withCredential(event instanceof CredentialValidated));
            case TradingStateChanged changed -> decision.replaceBook(adopt(book, changed));
            default -> decision.replaceBook(book);
        }
    }

    /**
     * Ends the run before, then starts the next one, so that CapCleared carries the id of the run that reached the cap.
     */
    private static void start(DecisionBuilder decision, RunStarted started) {
        Run before = decision.book().run();
        if (before != null && RunChanges.takesOver(decision.book(), started)) {
            decision.replaceBook(RunChanges.ended(decision.book(), before.id())).applyRules();
        }
        decision.replaceBook(RunChanges.apply(decision.book(), started));
    }

    /**
     * Adopts a trading state that this service published before the book existed, for instance before a lost state
     * store. Later trading states are in the book already.
     */
    private static RiskBook adopt(RiskBook book, TradingStateChanged changed) {
        return book.tradingState() == null ? book.with(changed.state()) : book;
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
