package io.firstfill.ledger.journal;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.MessageId;
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

/** The messages of one environment in one transaction. Used once. */
final class EnvironmentBatch {
    private final JournalTransaction recording;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final Map<MessageId, Recorded> known = new HashMap<>();
    private final List<JournalRow> rows = new ArrayList<>();
    private final List<RunEvent> answers = new ArrayList<>();
    private final List<Recorded> receipts = new ArrayList<>();
    private ChainEnd end;

    EnvironmentBatch(JournalTransaction recording, MessageCodec codec, InstantSource clock) {
        this.recording = recording;
        this.codec = codec;
        this.clock = clock;
        this.end = recording.end();
    }

    Uni<Outcome> record(List<Received> messages) {
        List<MessageId> ids = messages.stream()
                .map(received -> received.message().meta().id())
                .toList();
        return recording
                .receipts(ids)
                .invoke(known::putAll)
                .chain(() -> each(messages))
                .chain(() -> recording.append(rows))
                .map(done -> new Outcome(answers, receipts, added()));
    }

    private Set<MessageId> added() {
        return rows.stream().map(JournalRow::messageId).collect(Collectors.toSet());
    }

    private Uni<Void> each(List<Received> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> take(Received received) {
        Recorded earlier = known.get(received.message().meta().id());
        if (earlier != null) {
            receipts.add(earlier);
            return answerAgain(received);
        }
        Recorded receipt = append(received);
        receipts.add(receipt);
        Uni<Void> answered = received.message() instanceof Command command
                ? answer(command)
                : Uni.createFrom().voidItem();
        return answered.chain(() -> project(received, receipt));
    }

    private Uni<Void> project(Received received, Recorded receipt) {
        return recording.project(
                received.message(), received.body(), receipt.meta().occurredAt());
    }

    private Recorded append(Received received) {
        JournalRow row = end.append(received, clock.instant());
        end = ChainEnd.at(row);
        rows.add(row);
        Recorded receipt = receipt(received, row);
        known.put(row.messageId(), receipt);
        return receipt;
    }

    /** Derived, so that a receipt sent again is the same receipt. */
    private static Recorded receipt(Received received, JournalRow row) {
        Meta meta =
                received.message().meta().next(MessageId.derivedFrom("Recorded", row.messageId()), row.recordedAt());
        return new Recorded(meta, row.environment(), row.messageId(), row.position());
    }

    /** The first answer may have been lost between the commit and the topic. */
    private Uni<Void> answerAgain(Received received) {
        return received.message() instanceof Command command
                ? recording
                        .answersTo(command.meta().id())
                        .invoke(answers::addAll)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> answer(Command command) {
        return switch (command) {
            case StartRun start ->
                recording.factsFor(start).chain(facts -> say(StartDecision.decide(start, facts, clock.instant())));
            case SaveConfiguration save ->
                recording.factsFor(save).chain(facts -> say(SaveDecision.decide(save, facts, clock.instant())));
            case ApplyConfiguration apply ->
                recording.factsFor(apply).chain(facts -> say(ApplyDecision.decide(apply, facts, clock.instant())));
            case StopRun stop -> Uni.createFrom().voidItem();
            case SetTradingState state -> Uni.createFrom().voidItem();
            case ValidateCredential validate -> Uni.createFrom().voidItem();
            case ClosePosition close -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> say(RunEvent answer) {
        Received written = Received.of(Topics.RUNS, answer, codec.write(answer));
        Recorded receipt = append(written);
        answers.add(answer);
        return project(written, receipt);
    }
}
