package io.firstfill.contract.baseline;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The symbols seen so far; a symbol that is not among them is new.
 *
 * @param symbols exchange names such as NEWTUSDT
 * @param departures how often a symbol has been gone from all sources, where it has: part of the id of a listing of a
 *     symbol that returns; null in records of before
 */
public record SymbolsSeen(
        Meta meta,
        EnvironmentId environment,
        List<String> symbols,
        Instant seenAt,
        @Nullable Map<String, Integer> departures)
        implements BaselineEvent {
    public SymbolsSeen {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        symbols = List.copyOf(symbols);
        Objects.requireNonNull(seenAt, "seenAt");
        departures = departures == null ? null : Map.copyOf(departures);
    }

    /** Creates a record of before symbols could return. */
    public SymbolsSeen(Meta meta, EnvironmentId environment, List<String> symbols, Instant seenAt) {
        this(meta, environment, symbols, seenAt, null);
    }
}
