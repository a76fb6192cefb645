package io.firstfill.contract.balance;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The balances of the quote assets that an environment buys with, when they have changed and at least once an hour. An
 * asset that the list lacks is not held, or its balance could not be read.
 *
 * @param asOf when the exchange stated them, by our clock
 */
@Since(3)
public record BalancesReported(Meta meta, EnvironmentId environment, List<Balance> balances, Instant asOf)
        implements BalanceEvent {
    public BalancesReported {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        balances = List.copyOf(balances);
        Objects.requireNonNull(asOf, "asOf");
    }
}
