package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Asset;
import java.util.List;
import java.util.Set;

/**
 * Which listings are bought. A new token cannot be named before its listing is known, so an empty part accepts any.
 *
 * @param quoteAssets quote assets to buy with; empty accepts any
 * @param allow glob patterns over the base asset, {@code *} and {@code ?}; empty accepts any
 * @param deny glob patterns over the base asset; one match refuses
 */
public record SymbolFilter(Set<Asset> quoteAssets, List<String> allow, List<String> deny) {
    public SymbolFilter {
        quoteAssets = Set.copyOf(quoteAssets);
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }
}
