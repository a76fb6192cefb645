package io.firstfill.trader.credential;

import io.firstfill.contract.value.Pair;
import java.util.Optional;
import java.util.Set;

/**
 * The pairs the key says it may trade, as last read. A pair that stays missing is refused for ever, but whether coming
 * pairs are in the list before they open is not known. Confined to one thread.
 */
public final class KeyPairs {
    private Optional<Set<String>> symbols = Optional.empty();

    public void read(Set<String> listed) {
        symbols = Optional.of(Set.copyOf(listed));
    }

    /** While nothing has been read, and for a key that lists nothing, yes: then the list restricts nothing we know of. */
    public boolean takes(Pair pair) {
        return symbols.filter(listed -> !listed.isEmpty())
                .map(listed -> listed.contains(pair.symbol()))
                .orElse(true);
    }
}
