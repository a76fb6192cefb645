package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.reading.WireText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pairs open to API trading: for everyone (defaultSymbols) or for one key (selfSymbols). Immutable. */
public final class ApiSymbols implements Partial {
    private final Set<String> names;
    private final SkippedRows skipped;

    /**
     * @param names of the pairs, as {@link MexcSymbol} has them
     * @param skipped the names that could not be read
     * @throws IllegalArgumentException for a text that is no name of a pair
     */
    public ApiSymbols(Set<String> names, SkippedRows skipped) {
        this(Set.copyOf(requireNonNull(names, "names")), names, requireNonNull(skipped, "skipped"));
    }

    private ApiSymbols(Set<String> names, Collection<String> unchecked, SkippedRows skipped) {
        unchecked.forEach(name -> WireText.requireName(name, "symbol"));
        this.names = names;
        this.skipped = skipped;
    }

    /**
     * Returns the pairs of the next answer, which was read completely; only its new names are checked.
     *
     * @param all its names
     * @param added those of them that are no names of this answer, and maybe others
     * @throws IllegalArgumentException for an added text that is no name of a pair, and for a name that occurs twice
     */
    public ApiSymbols successor(List<String> all, Collection<String> added) {
        return new ApiSymbols(Set.of(all.toArray(String[]::new)), added, SkippedRows.NONE);
    }

    public Set<String> names() {
        return names;
    }

    @Override
    public SkippedRows skipped() {
        return skipped;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiSymbols that && names.equals(that.names) && skipped.equals(that.skipped);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, skipped);
    }

    @Override
    public String toString() {
        return "ApiSymbols[names=" + names + ", skipped=" + skipped + ']';
    }
}
