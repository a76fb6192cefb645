package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What is recorded of a day. */
public interface DayRecords {
    Uni<Boolean> isNotified(MessageId summary);

    Uni<DaySummary> summary(EnvironmentId environment, LocalDate day);
}
