package io.firstfill.scanner.observation;

import io.firstfill.contract.value.Price;
import java.util.Map;
import java.util.Set;

/**
 * The prices in one answer. They are looked up by whoever wants some, after the answer's decisions are published: the
 * answer has thousands, and an order waits for those decisions.
 */
@FunctionalInterface
public interface LastPrices {
    /** The prices of an answer that states none. */
    LastPrices NONE = symbols -> Map.of();

    /** Returns the prices of the last trades, by symbol; a symbol that has not traded is left out. */
    Map<String, Price> of(Set<String> symbols);
}
