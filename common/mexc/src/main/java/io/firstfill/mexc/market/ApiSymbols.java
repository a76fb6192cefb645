package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.reading.WireText;
import java.util.Set;

/**
 * The pairs open to API trading: for everyone (defaultSymbols) or for one key (selfSymbols).
 *
 * @param names of the pairs, as {@link MexcSymbol} has them
 * @param skipped the names that could not be read
 */
public record ApiSymbols(Set<String> names, SkippedRows skipped) implements Partial {

    /** @throws IllegalArgumentException for a text that is no name of a pair */
    public ApiSymbols {
        names = Set.copyOf(requireNonNull(names, "names"));
        names.forEach(name -> WireText.requireName(name, "symbol"));
        requireNonNull(skipped, "skipped");
    }
}
