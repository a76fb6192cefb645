package io.firstfill.mexc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call with a connection held for it, so that firing the call is one write. Fire a call once, or unload it.
 * Connections are few: load shortly before firing.
 */
public final class LoadedCall<T> {
    private final RoundTrip held;
    private final Supplier<Uni<MexcResult<T>>> sending;

    LoadedCall(RoundTrip held, Supplier<Uni<MexcResult<T>>> sending) {
        this.held = held;
        this.sending = sending;
    }

    /**
     * Returns the same call, but with a check at the moment of firing: if it returns a refusal, the refusal is the
     * result and nothing is sent.
     */
    LoadedCall<T> unless(Supplier<Optional<Uni<MexcResult<T>>>> refusal) {
        return new LoadedCall<>(held, () -> refusal.get().orElseGet(sending));
    }

    /** Returns whether the held connection was lost, so that firing takes another one. */
    boolean isSpent() {
        return held.isSpent();
    }

    /** Sends at once, on whatever thread; waits for a connection only if none is held. */
    public Uni<MexcResult<T>> fire() {
        Uni<MexcResult<T>> answer = sending.get();
        if (!held.isFired()) {
            unload();
        }
        return answer;
    }

    /** Returns the connection to the pool. Has no effect on a call that has been fired. */
    public void unload() {
        held.unload();
    }
}
