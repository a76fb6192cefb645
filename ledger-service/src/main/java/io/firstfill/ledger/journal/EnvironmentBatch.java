package io.firstfill.ledger.journal;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.decision.AcknowledgeDecision;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.ArchiveDecision;
import io.firstfill.ledger.decision.LossAlerts;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.firstfill.ledger.decision.StoppedAlert;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records the entries of one environment in one transaction: deduplicates them, decides on their commands, updates the
 * projections, appends the new rows and stores the offsets reached. Used once.
 */
final class EnvironmentBatch {
    private final JournalTransaction transaction;
    private final MessageCodec codec;
    private final InstantSource clock;
    /** Receipts of messages recorded earlier or in this batch. */
    private final Map<MessageId, Recorded> known = new HashMap<>();

    private final PendingRows pending;
    private final List<Message> answers = new ArrayList<>();
    private final List<Recorded> receipts = new ArrayList<>();

    EnvironmentBatch(JournalTransaction transaction, MessageCodec codec, InstantSource clock) {
        this.transaction = transaction;
        this.codec = codec;
        this.clock = clock;
        this.pending = new PendingRows(transaction);
    }

    Uni<BatchResult> record(List<? extends JournalEntry> entries, List<ReachedOffset> reached) {
        List<MessageId> ids =
                entries.stream().map(entry -> entry.content().meta().id()).toList();
        return transaction
                .receipts(ids)
                .invoke(known::putAll)
                .chain(() -> recordInOrder(entries))
                .chain(() -> Uni.join()
                        .all(pending.write(), transaction.reached(reached))
                        .andFailFast())
                .map(done -> new BatchResult(published(), receipts, pending.added()));
    }

    /** The answers, and what they end outside this environment's chain. */
    private List<Message> published() {
        List<Message> published = new ArrayList<>(answers);
        answers.stream()
                .filter(RecordAcknowledged.class::isInstance)
                .map(answer -> AcknowledgeDecision.clearedUnderUnknown((RecordAcknowledged) answer))
                .forEach(published::addAll);
        return published;
    }

    private Uni<Void> recordInOrder(List<? extends JournalEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(this::record)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> record(JournalEntry entry) {
        RowContent content = entry.content();
        Recorded earlier = known.get(content.meta().id());
        if (earlier != null) {
            receipts.add(earlier);
            return repeatAnswers(entry, content.meta().id());
        }
        Recorded receipt = append(content);
        receipts.add(receipt);
        return switch (entry) {
            case JournalEntry.Read read
            when read.encoded().message() instanceof AlertRaised alert ->
                project(alert, receipt).chain(() -> answerTo(alert));
            case JournalEntry.Read read ->
                answer(read.encoded().message())
                        .chain(() -> project(read.encoded().message(), receipt));
            case JournalEntry.Unreadable unreadable -> alert(content.meta(), unreadable);
            case JournalEntry.Lost lost ->
                appendAnswer(LossAlerts.lost(content.meta(), lost.environment(), lost.first(), lost.end(), now()));
            case JournalEntry.Branch branch -> nothing();
        };
    }

    /** A record that is read again, from a restored database on, may have been acknowledged before. */
    private Uni<Void> alert(Meta recorded, JournalEntry.Unreadable record) {
        boolean justNow = answers.stream()
                .anyMatch(answer -> answer instanceof RecordAcknowledged acknowledged
                        && acknowledged.place().equals(record.place()));
        return transaction
                .isAcknowledged(record.place())
                .chain(before -> before || justNow
                        ? nothing()
                        : appendAnswer(LossAlerts.unreadable(
                                recorded, record.environment(), record.place(), record.reason(), now())));
    }

    private Instant now() {
        return clock.instant();
    }

    private Uni<Void> project(Message message, Recorded receipt) {
        pending.project(message, receipt);
        return nothing();
    }

    private Recorded append(RowContent content) {
        JournalRow row = pending.append(content, now());
        Recorded receipt = Receipts.of(content.meta(), row);
        known.put(row.messageId(), receipt);
        return receipt;
    }

    /**
     * Publishes the recorded answers again: a crash between the commit and the publication may have lost the first one.
     * The alert about a record that a person has acknowledged since is over, and is not stated again.
     */
    private Uni<Void> repeatAnswers(JournalEntry entry, MessageId id) {
        return switch (entry) {
            case JournalEntry.Unreadable unreadable -> repeatUnlessAcknowledged(unreadable.place(), id);
            case JournalEntry.Lost lost -> repeatUnlessAcknowledged(lost.first(), id);
            default -> mayHaveAnswers(entry) ? repeat(id) : nothing();
        };
    }

    private Uni<Void> repeatUnlessAcknowledged(RecordPlace place, MessageId id) {
        return transaction.isAcknowledged(place).chain(over -> over ? nothing() : repeat(id));
    }

    private Uni<Void> repeat(MessageId id) {
        return transaction.answersTo(id).invoke(answers::addAll).replaceWithVoid();
    }

    private static boolean mayHaveAnswers(JournalEntry entry) {
        return !(entry instanceof JournalEntry.Read read)
                || read.encoded().message() instanceof Command
                || read.encoded().message() instanceof AlertRaised;
    }

    /**
     * Decides a command unless its answer is recorded: after a restore the answer may have been read from its topic
     * before the command, and a second one could say something else.
     */
    private Uni<Void> answer(Message message) {
        return message instanceof Command command
                ? pending.write()
                        .chain(() -> transaction.answersTo(command.meta().id()))
                        .chain(given -> given.isEmpty() ? answerTo(command) : nothing())
                : nothing();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** Comes after the alert's projection, which opens what the answer closes. */
    private Uni<Void> answerTo(AlertRaised alert) {
        return StoppedAlert.isOver(alert) ? appendAnswer(StoppedAlert.cleared(alert, now())) : nothing();
    }

    private Uni<Void> answerTo(Command command) {
        return switch (command) {
            case StartRun start ->
                transaction.inputsFor(start).chain(inputs -> appendAnswer(StartDecision.decide(start, inputs, now())));
            case SaveConfiguration save ->
                transaction.inputsFor(save).chain(inputs -> appendAnswer(SaveDecision.decide(save, inputs, now())));
            case ApplyConfiguration apply ->
                transaction.inputsFor(apply).chain(inputs -> appendAnswer(decide(apply, inputs)));
            case ArchiveConfiguration archive ->
                transaction
                        .isKnown(archive.configurationId())
                        .chain(known -> appendAnswer(ArchiveDecision.decide(archive, known, now())));
            case AcknowledgeRecord acknowledge ->
                transaction
                        .openAlerts(acknowledge.place().toString())
                        .chain(open -> appendAnswers(AcknowledgeDecision.decide(acknowledge, open, now())));
            case StopRun _,
                    SetTradingState _,
                    ValidateCredential _,
                    ClosePosition _,
                    SettleOrder _,
                    SetGuardrails _,
                    ResetBreaker _,
                    AnnounceListing _,
                    WithdrawListing _,
                    ChangeListingTerms _,
                    SetExitPlan _,
                    SellEverything _ -> nothing();
        };
    }

    private Message decide(ApplyConfiguration apply, ApplyDecision.Inputs inputs) {
        Message answer = ApplyDecision.decide(apply, inputs, now());
        return codec.mayWrite(answer.getClass()) ? answer : ApplyDecision.atEarlierLevel(apply, inputs, now());
    }

    private Uni<Void> appendAnswers(List<? extends Message> messages) {
        return messages.stream()
                .map(message -> Uni.createFrom().deferred(() -> appendAnswer(message)))
                .reduce(nothing(), (first, second) -> first.chain(() -> second));
    }

    private Uni<Void> appendAnswer(Message answer) {
        EncodedMessage encoded = EncodedMessage.of(Family.of(answer).topic(), answer, codec.write(answer));
        Recorded receipt = append(RowContent.of(encoded));
        answers.add(answer);
        return project(answer, receipt);
    }
}
