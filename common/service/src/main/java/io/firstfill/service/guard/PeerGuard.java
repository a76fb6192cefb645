package io.firstfill.service.guard;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Guards the calls to one peer: each ends within a time limit, only some are under way at once, and after too many
 * failures the circuit breaker lets none through for a while. Its metrics are those of SmallRye Fault Tolerance, with
 * the peer's name as {@code method}.
 */
public final class PeerGuard {
    private static final TypeLiteral<Uni<Object>> ASYNCHRONOUS = new TypeLiteral<>() {};

    private final Guard guard;
    private volatile boolean open;

    /**
     * Creates a guard with a closed circuit breaker.
     *
     * @param peer the name in metrics and log lines
     * @param limit the time after which a call fails, waiting included
     */
    public PeerGuard(String peer, Duration limit, GuardSettings settings) {
        if (settings.failures() < 1 || settings.failures() > settings.calls()) {
            throw new IllegalArgumentException("The failures that open the breaker of " + peer
                    + " must lie between 1 and the " + settings.calls() + " calls that it judges by");
        }
        guard = Guard.create()
                .withDescription(peer)
                .withBulkhead()
                .limit(settings.concurrent())
                .queueSize(settings.waiting())
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(settings.calls())
                .failureRatio((double) settings.failures() / settings.calls())
                .delay(settings.openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state -> open = state != CircuitBreakerState.CLOSED)
                .done()
                .withTimeout()
                .duration(limit.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /**
     * Calls the peer once at each subscription. Fails as the call does, by a time-out, or without a call where {@link
     * #isNotAsked} holds. An expected answer of the peer, such as "there is none", must be an item: a failure counts
     * against the peer.
     */
    public <T> Uni<T> call(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> call.get().map(PeerGuard::untyped), ASYNCHRONOUS))
                .map(PeerGuard::typed);
    }

    /** Returns whether the circuit breaker is open, or waits for the call that may close it. */
    public boolean isOpen() {
        return open;
    }

    /** Returns whether the guard itself has refused the call: the peer was not asked. */
    public static boolean isNotAsked(Throwable failure) {
        return failure instanceof CircuitBreakerOpenException || failure instanceof BulkheadException;
    }

    private static Object untyped(Object item) {
        return item;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the item is what the call returned
    private static <T> T typed(Object item) {
        return (T) item;
    }
}
