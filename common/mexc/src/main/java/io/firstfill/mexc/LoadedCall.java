package io.firstfill.mexc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call with a connection held for it, so that firing it is one write. It is fired once, or unloaded; a connection is a
 * scarce thing, so load shortly before.
 */
public final class LoadedCall<T> {
    private final RoundTrip held;
    private final Supplier<Uni<MexcResult<T>>> sending;

    LoadedCall(RoundTrip held, Supplier<Uni<MexcResult<T>>> sending) {
        this.held = held;
        this.sending = sending;
    }

    /** The same call, answered with the refusal instead of being sent when there is one at the moment of firing. */
    LoadedCall<T> unless(Supplier<Optional<Uni<MexcResult<T>>>> refusal) {
        return new LoadedCall<>(held, () -> refusal.get().orElseGet(sending));
    }

    /** Sends at once, on whatever thread; waits for a connection only if none is held. */
    public Uni<MexcResult<T>> fire() {
        Uni<MexcResult<T>> answer = sending.get();
        if (!held.isFired()) {
            unload();
        }
        return answer;
    }

    /** Gives the connection back. Does nothing to what has been fired. */
    public void unload() {
        held.unload();
    }
}
