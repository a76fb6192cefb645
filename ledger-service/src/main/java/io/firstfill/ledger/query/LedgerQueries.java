package io.firstfill.ledger.query;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.ledger.query.report.ListingPrice;
import io.firstfill.ledger.query.report.PriceRequest;
import io.firstfill.ledger.query.result.ResultItem;
import io.firstfill.ledger.query.result.ResultRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger has recorded. Every query may fail with {@link ReadUnavailableException}. */
public interface LedgerQueries {
    <T> Uni<Page<T>> list(ApiList<T> list, PageRequest request);

    <T> Uni<Optional<T>> find(ApiList<T> list, String key);

    /** Returns the latest item of an environment whose name the caller has checked. */
    default <T> Uni<Optional<T>> latest(ApiList<T> list, String environment) {
        return list(list, PageRequest.latest(EnvironmentId.of(environment)))
                .map(page -> page.items().stream().findFirst());
    }

    Uni<Optional<ConfigurationItem>> version(ConfigurationId configuration, int version);

    /** Returns the hops that have been measured, by kind and then in the order of the hops. */
    Uni<List<Latency>> latencies(LatencyFilter filter);

    /** Returns records after a position in order, and one more than the limit where there is one. */
    Uni<List<JournalItem>> journal(EnvironmentId environment, long after, int limit);

    /** Returns prices in the order of time. */
    Uni<Page<ListingPrice>> prices(ListingId listing, PriceRequest request);

    /** Returns what positions have brought, the latest first. */
    Uni<Page<ResultItem>> results(ResultRequest request);

    /**
     * Returns texts that differ once a message of one of the topics has been recorded since, and reads no big table.
     *
     * @param environment null means any
     */
    Uni<List<String>> heads(Collection<String> topics, @Nullable EnvironmentId environment);

    /** Whether the journal has a record of the environment. */
    Uni<Boolean> isRecorded(EnvironmentId environment);
}
