package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;

/** Who wants to see the books this instance keeps, as they change. */
public interface BookWatch {
    void kept(RiskBook book, List<Message> events, Instant now);

    /** Another instance keeps it from now on. */
    void handedOver(EnvironmentId environment);
}
