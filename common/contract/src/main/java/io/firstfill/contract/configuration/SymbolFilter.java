package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Asset;
import java.util.List;
import java.util.Set;

/**
 * Which listings are wanted. A new token cannot be named before it is known, so an empty part means any.
 *
 * @param quoteAssets quote assets to buy with; empty means any
 * @param allow glob patterns over the base asset, {@code *} and {@code ?}; empty means any
 * @param deny glob patterns over the base asset; one match refuses
 */
public record SymbolFilter(Set<Asset> quoteAssets, List<String> allow, List<String> deny) {
    public SymbolFilter {
        quoteAssets = Set.copyOf(quoteAssets);
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }
}
