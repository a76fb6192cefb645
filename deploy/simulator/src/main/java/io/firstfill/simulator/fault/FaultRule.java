package io.firstfill.simulator.fault;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault: which requests, pushes or subscriptions it hits, how often, and with what effect.
 *
 * @param endpoint {@code "POST /api/v3/order"}, a path alone, or null for any HTTP request; for the WebSocket
 *     {@code "PUSH <channel>"} or {@code "SUBSCRIPTION <channel>"}, the channel without what follows its {@code .pb}
 * @param symbol the {@code symbol} parameter of the request, or null for any
 * @param account the name of the account whose key the request uses, or null for any
 * @param skip how many matching requests pass before the first hit
 * @param count how many matching requests are hit; null for all
 * @param probability the probability of a hit, drawn by {@code seed}; null is 1
 */
public record FaultRule(
        @Nullable String endpoint,
        @Nullable String symbol,
        @Nullable String account,
        int skip,
        @Nullable Integer count,
        @Nullable BigDecimal probability,
        long seed,
        Effect effect) {

    static final String PUSH = "PUSH";
    static final String SUBSCRIPTION = "SUBSCRIPTION";

    public FaultRule {
        Objects.requireNonNull(effect, "effect");
        if (!fits(effect, endpoint == null ? "" : endpoint)) {
            throw new IllegalArgumentException("this effect does nothing at " + endpoint);
        }
    }

    private static boolean fits(Effect effect, String endpoint) {
        boolean push = endpoint.startsWith(PUSH + " ");
        boolean subscription = endpoint.startsWith(SUBSCRIPTION + " ");
        return switch (effect) {
            case Effect.Lose lose -> push;
            case Effect.Duplicate duplicate -> push;
            case Effect.Block block -> subscription;
            case Effect.Disconnect disconnect -> push || subscription;
            case Effect.DelayAnswer delay -> !subscription;
            case Effect.Mutate mutate -> !subscription;
            case Effect.Answer answer -> !push && !subscription;
            case Effect.Drop drop -> !push && !subscription;
            case Effect.DelayExecution delay -> !push && !subscription;
            case Effect.OverrideBehaviour override -> !push && !subscription;
        };
    }

    boolean matchesStream(
            String action, String channel, @Nullable String requestSymbol, @Nullable String requestAccount) {
        return endpoint != null && matches(action, channel, requestSymbol, requestAccount);
    }

    boolean matches(String method, String path, @Nullable String requestSymbol, @Nullable String requestAccount) {
        boolean endpointMatches = endpoint == null || endpoint.equals(path) || endpoint.equals(method + " " + path);
        return endpointMatches
                && (symbol == null || symbol.equals(requestSymbol))
                && (account == null || account.equals(requestAccount));
    }
}
