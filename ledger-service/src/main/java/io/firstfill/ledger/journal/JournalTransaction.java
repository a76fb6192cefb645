package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One transaction on the journal of one environment. Calls are made one after the other. */
public interface JournalTransaction {
    /** Where the chain ended when the transaction began. */
    ChainEnd end();

    /** The receipts of those that are in the journal already. */
    Uni<Map<MessageId, Recorded>> receipts(Collection<MessageId> ids);

    /** What was answered to a command in an earlier transaction, as it was answered. */
    Uni<List<RunEvent>> answersTo(MessageId command);

    /** Updates what can be read. Called once for each new message, never again, with the time of its row. */
    Uni<Void> project(Message message, String body, Instant recordedAt);

    /** Adds the rows, which follow {@link #end()} without a gap. */
    Uni<Void> append(List<JournalRow> rows);

    Uni<StartDecision.Facts> factsFor(StartRun command);

    Uni<SaveDecision.Facts> factsFor(SaveConfiguration command);

    Uni<ApplyDecision.Facts> factsFor(ApplyConfiguration command);
}
