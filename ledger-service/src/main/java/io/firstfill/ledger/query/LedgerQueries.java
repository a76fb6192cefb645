package io.firstfill.ledger.query;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Reads what the ledger has recorded. Every query may fail with {@link ReadUnavailableException}. */
public interface LedgerQueries {
    <T> Uni<Page<T>> list(ApiList<T> list, PageRequest request);

    <T> Uni<Optional<T>> find(ApiList<T> list, String key);

    Uni<Optional<ConfigurationItem>> version(ConfigurationId configuration, int version);

    /** Returns the hops that have been measured, by kind and then in the order of the hops. */
    Uni<List<Latency>> latencies(LatencyFilter filter);

    /** Returns records after a position in order, and one more than the limit where there is one. */
    Uni<List<JournalItem>> journal(EnvironmentId environment, long after, int limit);
}
