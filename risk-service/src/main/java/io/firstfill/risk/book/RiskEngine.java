package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.clock.ClockReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    public Decision decide(RiskBook book, Message message, ClockReading time) {
        MessageId id = message.meta().id();
        if (!concerns(message) || book.seen().contains(id)) {
            return new Decision(book, List.of());
        }
        DecisionBuilder decision = decision(book, id, time);
        apply(decision, message, time.now());
        decision.applyRules();
        return decision.replaceBook(decision.book()
                        .withSeen(BoundedHistory.append(decision.book().seen(), id, SEEN_LIMIT)))
                .build();
    }

    /** Decides what follows from time alone: buys leave the hour, permits expire, revocations stay unanswered. */
    public Decision passTime(RiskBook book, ClockReading time) {
        return decision(book, null, time).applyRules().build();
    }

    /** States once more the alerts that hold, so that they do not leave their topic meanwhile. The book stays. */
    public Decision restate(RiskBook book, ClockReading time) {
        return new Decision(book, new RiskEvents(book.environment(), null, time.now()).restated(book));
    }

    /** Sets the trading state of a new environment to ACTIVE, when no trading state was set before. */
    public Decision open(RiskBook book, ClockReading time) {
        DecisionBuilder decision = decision(book, null, time);
        if (book.tradingState() == null) {
            decision.replaceBook(decision.book().with(TradingState.ACTIVE))
                    .publish(initial(book.environment(), time.now()));
        }
        return decision.applyRules().build();
    }

    /**
     * Quarantines the environment for a record that could not be processed, until a person acknowledges the record. A
     * record that was acknowledged before it was read changes nothing.
     */
    public Decision quarantine(RiskBook book, RecordPlace place, String reason, ClockReading time) {
        if (book.quarantine().knows(place)) {
            return new Decision(book, List.of());
        }
        return quarantined(decision(book, null, time), place, reason)
                .applyRules()
                .build();
    }

    /**
     * Begins an empty book in place of one that cannot be used any more. HALTED is published, because the trading state
     * and the permits of the lost book are unknown; the acknowledgement of {@code place} does not loosen it. No permit
     * is granted for an hour, because the buys of the hour before are unknown, too.
     */
    public Decision replaceLost(EnvironmentId environment, RecordPlace place, String reason, ClockReading time) {
        DecisionBuilder decision = decision(RiskBook.empty(environment), null, time);
        RiskBook halted = decision.book().with(TradingState.HALTED);
        decision.replaceBook(halted.withLostAt(halted.clock().total()))
                .publish(haltedForLoss(environment, place, time.now()));
        return quarantined(decision, place, reason).build();
    }

    private static DecisionBuilder quarantined(DecisionBuilder decision, RecordPlace place, String reason) {
        RiskBook book = decision.book();
        RecordPlace givingWay = book.quarantine().givingWay();
        if (givingWay != null) {
            decision.factory().released(givingWay).forEach(decision::publish);
        }
        return decision.replaceBook(book.with(book.quarantine().with(place)))
                .publish(decision.factory()
                        .quarantined(place, reason, book.hour().unknownFor()));
    }

    private DecisionBuilder decision(RiskBook book, @Nullable MessageId cause, ClockReading time) {
        RiskEvents events = new RiskEvents(book.environment(), cause, time.now());
        return new DecisionBuilder(book, terms, events, book.clock().at(time));
    }

    private static boolean concerns(Message message) {
        return message instanceof StopRun
                || message instanceof SetTradingState
                || message instanceof AcknowledgeRecord
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
            case AcknowledgeRecord command -> acknowledge(decision, command.place());
            case RecordAcknowledged event -> acknowledge(decision, event.place());
            case RunStarted started -> start(decision, started);
            case RunEvent event -> decision.replaceBook(RunChanges.apply(book, event));
            case OrderEvent event -> decision.replaceBook(OrderChanges.apply(book, event, now));
            case CredentialEvent event ->
                decision.replaceBook(book.withCredential(event instanceof CredentialValidated));
            case TradingStateChanged changed -> decision.replaceBook(adopt(book, changed));
            default -> decision.replaceBook(book);
        }
    }

    private static void acknowledge(DecisionBuilder decision, RecordPlace place) {
        RiskBook book = decision.book();
        if (book.quarantine().open().contains(place)) {
            decision.factory().released(place).forEach(decision::publish);
        }
        decision.replaceBook(book.with(book.quarantine().acknowledging(place)));
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

    private static TradingStateChanged haltedForLoss(EnvironmentId environment, RecordPlace place, Instant now) {
        MessageId id = MessageId.derivedFrom("TradingStateChanged", environment, place);
        String reason = "the risk book was lost, no permit before " + now.plus(HourOfTrades.LENGTH)
                + ", as the buys of the hour before the loss are unknown: " + place;
        return new TradingStateChanged(Meta.first(id, now), environment, TradingState.HALTED, reason, SELF);
    }
}
