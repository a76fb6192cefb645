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
 * @param side the {@code side} parameter of the request, or null for any; so that a rule hits sells alone
 * @param skip how many matching requests pass before the first hit
 * @param count how many matching requests are hit; null for all
 * @param probability the probability of a hit, drawn by {@code seed}; null is 1
 */
public record FaultRule(
        @Nullable String endpoint,
        @Nullable String symbol,
        @Nullable String account,
        @Nullable String side,
        int skip,
        @Nullable Integer count,
        @Nullable BigDecimal probability,
        long seed,
        Effect effect) {

    static final String PUSH = "PUSH";
    static final String SUBSCRIPTION = "SUBSCRIPTION";

    public FaultRule {
        Objects.requireNonNull(effect, "effect");
        if (!fits(effect, endpoint)) {
            throw new IllegalArgumentException("this effect does nothing at " + endpoint);
        }
        if (side != null && (isPush(endpoint) || isSubscription(endpoint))) {
            throw new IllegalArgumentException("only a request has a side");
        }
    }

    private static boolean isPush(@Nullable String endpoint) {
        return endpoint != null && endpoint.startsWith(PUSH + " ");
    }

    private static boolean isSubscription(@Nullable String endpoint) {
        return endpoint != null && endpoint.startsWith(SUBSCRIPTION + " ");
    }

    private static boolean fits(Effect effect, @Nullable String endpoint) {
        boolean push = isPush(endpoint);
        boolean subscription = isSubscription(endpoint);
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
        return endpoint != null && matches(action, channel, requestSymbol, requestAccount, null);
    }

    boolean matches(
            String method,
            String path,
            @Nullable String requestSymbol,
            @Nullable String requestAccount,
            @Nullable String requestSide) {
        boolean endpointMatches = endpoint == null || endpoint.equals(path) || endpoint.equals(method + " " + path);
        return endpointMatches
                && (symbol == null || symbol.equals(requestSymbol))
                && (account == null || account.equals(requestAccount))
                && (side == null || side.equals(requestSide));
    }
}
