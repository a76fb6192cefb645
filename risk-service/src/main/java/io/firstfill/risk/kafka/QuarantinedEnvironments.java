package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the unacknowledged records of the environments that this instance owns, for its readiness. */
@ApplicationScoped
class QuarantinedEnvironments implements BookListener {
    private final Map<EnvironmentId, List<RecordPlace>> records = new ConcurrentHashMap<>();

    @Override
    public void stored(RiskBook book, List<Message> events) {
        if (book.quarantined().isEmpty()) {
            records.remove(book.environment());
        } else {
            records.put(book.environment(), book.quarantined());
        }
    }

    @Override
    public void revoked(EnvironmentId environment) {
        records.remove(environment);
    }

    Map<EnvironmentId, List<RecordPlace>> records() {
        return Map.copyOf(records);
    }
}
