package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One transaction on the journal of one environment. The caller makes one call after the other. */
public interface JournalTransaction {
    /** Returns the head of the chain as it was when the transaction began. */
    ChainHead head();

    /** Returns the receipts of those messages that are in the journal already. */
    Uni<Map<MessageId, Recorded>> receipts(Collection<MessageId> ids);

    /** Returns the answers that an earlier transaction recorded for the entry, as they were published. */
    Uni<List<Message>> answersTo(MessageId entry);

    /**
     * Adds the rows, which follow {@link #head()} and the rows added before without a gap, and updates the projections,
     * as if by one message after the other.
     *
     * @param messages of the rows
     */
    Uni<Void> write(List<JournalRow> rows, List<NewMessage> messages);

    /**
     * A message whose row is new in this transaction.
     *
     * @param position of the row
     * @param recordedAt the time of the row
     */
    record NewMessage(Message message, long position, Instant recordedAt) {}

    /** Stores the offsets; an offset that is stored already stays where it is higher. */
    Uni<Void> reached(List<ReachedOffset> offsets);

    /** Returns the kinds of the environment's open alerts about the subject. */
    Uni<Set<AlertKind>> openAlerts(String subject);

    /**
     * Whether an acknowledgement of the record is in the environment's chain, this transaction's own rows aside; of a
     * record whose key names no environment, whether it is in any chain.
     */
    Uni<Boolean> isAcknowledged(RecordPlace place);

    Uni<StartDecision.Inputs> inputsFor(StartRun command);

    Uni<SaveDecision.Inputs> inputsFor(SaveConfiguration command);

    Uni<ApplyDecision.Inputs> inputsFor(ApplyConfiguration command);

    /** Whether the environment has the configuration. */
    Uni<Boolean> isKnown(ConfigurationId configuration);
}
