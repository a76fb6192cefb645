package io.firstfill.trader.credential;

import io.firstfill.contract.value.Pair;
import java.util.Optional;
import java.util.Set;

/**
 * The pairs that the key lists for itself, as last read. A pair that stays missing is refused for ever, but whether
 * coming pairs are in the list before they open is not known. Confined to the event loop.
 */
final class KeyPairs {
    private Optional<Set<String>> symbols = Optional.empty();

    void read(Set<String> listed) {
        symbols = Optional.of(Set.copyOf(listed));
    }

    /** True while nothing has been read, and for a key that lists nothing: such a list restricts nothing we know of. */
    boolean takes(Pair pair) {
        return symbols.filter(listed -> !listed.isEmpty())
                .map(listed -> listed.contains(pair.symbol()))
                .orElse(true);
    }
}
