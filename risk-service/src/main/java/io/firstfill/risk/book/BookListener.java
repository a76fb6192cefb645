package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import java.util.List;

/** Receives the risk books of the partitions that this instance owns, as they change. */
public interface BookListener {
    /** Called after {@code book} was stored and {@code events} were forwarded, and before their commit. */
    void stored(RiskBook book, List<Message> events);

    /** The partition of the environment is revoked: another instance may own its book from now on. */
    void revoked(EnvironmentId environment);

    /** Returns how many permits the trader holds for the next listings: granted, not revoked, used by no order. */
    static int permitsHeld(RiskBook book) {
        return book.usageOf(each -> each.use() == PermitUse.HELD && !each.isRevoked())
                .concurrentListings();
    }
}
