package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What has been recorded, for reading. */
public interface Reads {
    <T> Uni<Page<T>> list(Catalogue<T> catalogue, Filter filter);

    <T> Uni<Optional<T>> find(Catalogue<T> catalogue, String key);

    /** By kind, then in the order of the hops; only what has been measured. */
    Uni<List<Latency>> latencies(LatencyFilter filter);

    /** Records after a position, in order; one more than asked for where there is one. */
    Uni<List<JournalItem>> journal(EnvironmentId environment, long after, int limit);
}
