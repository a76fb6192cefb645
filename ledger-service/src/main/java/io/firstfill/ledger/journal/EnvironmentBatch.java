package io.firstfill.ledger.journal;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records the messages of one environment in one transaction: deduplicates them, decides on their commands, updates the
 * projections and appends the new rows. Used once.
 */
final class EnvironmentBatch {
    private final JournalTransaction transaction;
    private final MessageCodec codec;
    private final InstantSource clock;
    /** Receipts of messages recorded earlier or in this batch. */
    private final Map<MessageId, Recorded> known = new HashMap<>();

    private final List<JournalRow> rows = new ArrayList<>();
    private final List<RunEvent> answers = new ArrayList<>();
    private final List<Recorded> receipts = new ArrayList<>();
    private ChainHead head;

    EnvironmentBatch(JournalTransaction transaction, MessageCodec codec, InstantSource clock) {
        this.transaction = transaction;
        this.codec = codec;
        this.clock = clock;
        this.head = transaction.head();
    }

    Uni<BatchResult> record(List<EncodedMessage> messages) {
        List<MessageId> ids =
                messages.stream().map(encoded -> encoded.message().meta().id()).toList();
        return transaction
                .receipts(ids)
                .invoke(known::putAll)
                .chain(() -> recordInOrder(messages))
                .chain(() -> transaction.append(rows))
                .map(done -> new BatchResult(answers, receipts, added()));
    }

    private Set<MessageId> added() {
        return rows.stream().map(JournalRow::messageId).collect(Collectors.toSet());
    }

    private Uni<Void> recordInOrder(List<EncodedMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(this::record)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> record(EncodedMessage encoded) {
        Recorded earlier = known.get(encoded.message().meta().id());
        if (earlier != null) {
            receipts.add(earlier);
            return repeatAnswer(encoded);
        }
        Recorded receipt = append(encoded);
        receipts.add(receipt);
        Uni<Void> answered = encoded.message() instanceof Command command
                ? answer(command)
                : Uni.createFrom().voidItem();
        return answered.chain(() -> project(encoded, receipt));
    }

    private Uni<Void> project(EncodedMessage encoded, Recorded receipt) {
        return transaction.project(
                encoded.message(), encoded.body(), receipt.meta().occurredAt());
    }

    private Recorded append(EncodedMessage encoded) {
        JournalRow row = head.append(encoded, clock.instant());
        head = ChainHead.at(row);
        rows.add(row);
        Recorded receipt = receipt(encoded, row);
        known.put(row.messageId(), receipt);
        return receipt;
    }

    /** Derives the receipt's id from the message's id, so that a receipt published again is the same message. */
    private static Recorded receipt(EncodedMessage encoded, JournalRow row) {
        Meta meta = encoded.message().meta().next(MessageId.derivedFrom("Recorded", row.messageId()), row.recordedAt());
        return new Recorded(meta, row.environment(), row.messageId(), row.position());
    }

    /**
     * Publishes the recorded answer again: a crash between the commit and the publication may have lost the first one.
     */
    private Uni<Void> repeatAnswer(EncodedMessage encoded) {
        return encoded.message() instanceof Command command
                ? transaction
                        .answersTo(command.meta().id())
                        .invoke(answers::addAll)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> answer(Command command) {
        return switch (command) {
            case StartRun start ->
                transaction
                        .inputsFor(start)
                        .chain(inputs -> appendAnswer(StartDecision.decide(start, inputs, clock.instant())));
            case SaveConfiguration save ->
                transaction
                        .inputsFor(save)
                        .chain(inputs -> appendAnswer(SaveDecision.decide(save, inputs, clock.instant())));
            case ApplyConfiguration apply ->
                transaction
                        .inputsFor(apply)
                        .chain(inputs -> appendAnswer(ApplyDecision.decide(apply, inputs, clock.instant())));
            case StopRun stop -> Uni.createFrom().voidItem();
            case SetTradingState state -> Uni.createFrom().voidItem();
            case ValidateCredential validate -> Uni.createFrom().voidItem();
            case ClosePosition close -> Uni.createFrom().voidItem();
            case AcknowledgeRecord acknowledge -> Uni.createFrom().voidItem();
            case SettleOrder settle -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> appendAnswer(RunEvent answer) {
        EncodedMessage encoded = EncodedMessage.of(Topics.RUNS, answer, codec.write(answer));
        Recorded receipt = append(encoded);
        answers.add(answer);
        return project(encoded, receipt);
    }
}
