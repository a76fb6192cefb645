package io.firstfill.contract.baseline;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The symbols seen so far; a symbol that is not among them is new.
 *
 * @param symbols exchange names such as NEWTUSDT
 */
public record SymbolsSeen(Meta meta, EnvironmentId environment, List<String> symbols, Instant seenAt)
        implements BaselineEvent {
    public SymbolsSeen {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        symbols = List.copyOf(symbols);
        Objects.requireNonNull(seenAt, "seenAt");
    }
}
