package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.clock.ClockReading;
import io.firstfill.risk.command.GuardrailDecision;
import io.firstfill.risk.command.RiskInputs;
import io.firstfill.risk.command.TradingStateAnswers;
import io.firstfill.risk.exposure.BoundedHistory;
import io.firstfill.risk.exposure.PositionChanges;
import io.firstfill.risk.exposure.Positions;
import io.firstfill.risk.exposure.Safeguards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which permits are granted and revoked (FR-008, SC-004). Pure: the same risk book, message and time give the
 * same decision, ids included, so a decision that is repeated after a crash is the same decision.
 */
public final class RiskEngine {
    /**
     * Number of message ids held for recognising duplicates: more than any redelivery reaches back in one environment.
     */
    private static final int SEEN_LIMIT = 256;

    private final PoolTerms terms;
    private final Map<EnvironmentId, Guardrails> ceilings;

    /** @param ceilings of the deployment, for the environments that have any */
    public RiskEngine(PoolTerms terms, Map<EnvironmentId, Guardrails> ceilings) {
        this.terms = terms;
        this.ceilings = Map.copyOf(ceilings);
    }

    /** Decides what follows from a message. A message that was applied before changes nothing. */
    public Decision decide(RiskBook book, Message message, ClockReading time) {
        MessageId id = message.meta().id();
        if (!RiskInputs.concern(message) || book.seen().contains(id)) {
            return new Decision(book, List.of());
        }
        DecisionBuilder decision = decision(book, id, time);
        apply(decision, message, time.now());
        decision.applyRules();
        List<MessageId> seen = BoundedHistory.append(decision.book().seen(), id, SEEN_LIMIT);
        MessageId answered = answered(message);
        return decision.replaceBook(decision.book()
                        .withSeen(answered == null ? seen : BoundedHistory.append(seen, answered, SEEN_LIMIT)))
                .build();
    }

    /**
     * Returns the command that a message of this service answers; null for any other. Where the book was lost and the
     * topics are read once more, the answer may be read before its command, which then must not be answered anew.
     */
    private static @Nullable MessageId answered(Message message) {
        return message instanceof GuardrailsChanged || message instanceof GuardrailsRejected
                ? message.meta().causationId()
                : null;
    }

    /** Decides what follows from time alone: buys leave the hour, permits expire, revocations stay unanswered. */
    public Decision passTime(RiskBook book, ClockReading time) {
        return decision(book, null, time).applyRules().build();
    }

    /** States once more the alerts that hold, so that they do not leave their topic meanwhile. The book stays. */
    public Decision restate(RiskBook book, ClockReading time) {
        return new Decision(book, new RiskEvents(book.environment(), null, time.now()).restated(book));
    }

    /**
     * Reports the use of all caps, when it differs from the last report or an hour has passed since. The book stays.
     *
     * @param last the report that this process published last; null when it has published none
     */
    public Decision report(RiskBook book, @Nullable CapsReported last, ClockReading time) {
        RiskBook now = decision(book, null, time).book();
        CapsReported next = CapReports.report(now, new RiskEvents(book.environment(), null, time.now()));
        return new Decision(book, last != null && CapReports.isSame(last, next) ? List.of() : List.of(next));
    }

    /**
     * Counts the positions that were opened before the book was begun: else there would be room for as many more.
     *
     * @param past order events of the environment, the oldest first
     */
    public Decision complete(RiskBook book, List<OrderEvent> past, ClockReading time) {
        DecisionBuilder decision = decision(book, null, time);
        RiskBook now = decision.book();
        Positions all = now.exposure().positions().completed(PositionChanges.open(past));
        return decision.replaceBook(now.with(now.exposure().with(all)))
                .applyRules()
                .build();
    }

    /** Sets the trading state of a new environment to ACTIVE, when no trading state was set before. */
    public Decision open(RiskBook book, ClockReading time) {
        DecisionBuilder decision = decision(book, null, time);
        if (book.tradingState() == null) {
            decision.replaceBook(decision.book().with(TradingState.ACTIVE))
                    .publish(TradingStateAnswers.initial(book.environment(), time.now()));
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
     *
     * @param saved what the environment keeps
     */
    public Decision replaceLost(
            EnvironmentId environment, Safeguards saved, RecordPlace place, String reason, ClockReading time) {
        RiskBook empty = RiskBook.empty(environment).with(saved.limits()).with(saved.exposure());
        DecisionBuilder decision = decision(empty, null, time);
        RiskBook halted = decision.book().with(TradingState.HALTED);
        decision.replaceBook(halted.withLostAt(halted.clock().total()))
                .publish(TradingStateAnswers.haltedForLoss(environment, place, time.now()));
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
        Guardrails ceiling = ceilings.getOrDefault(book.environment(), Guardrails.NONE);
        return new DecisionBuilder(book, terms, events, book.clock().at(time), ceiling);
    }

    private static void apply(DecisionBuilder decision, Message message, Instant now) {
        RiskBook book = decision.book();
        switch (message) {
            case SetTradingState command -> setTradingState(decision, command, now);
            case StopRun stop -> decision.replaceBook(RunChanges.ended(book, stop.runId()));
            case AcknowledgeRecord command -> acknowledge(decision, command.place());
            case RecordAcknowledged event -> acknowledge(decision, event.place());
            case SetGuardrails command -> setGuardrails(decision, command, now);
            case ResetBreaker command -> decision.reset(command);
            case GuardrailsChanged changed ->
                decision.replaceBook(book.with(GuardrailDecision.adopt(book.limits(), changed)));
            case RunStarted started -> start(decision, started);
            case RunEvent event -> decision.replaceBook(RunChanges.apply(book, event));
            case OrderEvent event -> decision.replaceBook(OrderChanges.apply(book, event, now));
            case CredentialEvent event ->
                decision.replaceBook(book.withCredential(event instanceof CredentialValidated));
            case ChangeListingTerms command ->
                decision.replaceBook(book.with(book.exposure().wanting(command)));
            case TradingOpened opened -> decision.replaceBook(RunChanges.opened(book, opened.listingId()));
            case TradingStateChanged changed
            when book.tradingState() == null ->
                decision.replaceBook(book.with(changed.state())); // published before the book existed, or was lost
            default -> decision.replaceBook(book);
        }
    }

    /** Obeys the command at once; one to loosen that is read too late is not obeyed: nobody waits for its answer. */
    private static void setTradingState(DecisionBuilder decision, SetTradingState command, Instant now) {
        if (command.state() != TradingState.ACTIVE || !command.isExpired(now)) {
            decision.replaceBook(decision.book().with(command.state()))
                    .publish(TradingStateAnswers.answer(command, now));
        }
    }

    /** Obeys new guardrails at once, whether they tighten or loosen. */
    private static void setGuardrails(DecisionBuilder decision, SetGuardrails command, Instant now) {
        RiskBook book = decision.book();
        RunEvent answer = GuardrailDecision.decide(command, book.limits(), now);
        decision.publish(answer);
        if (answer instanceof GuardrailsChanged changed) {
            decision.replaceBook(book.with(GuardrailDecision.adopt(book.limits(), changed)));
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
}
