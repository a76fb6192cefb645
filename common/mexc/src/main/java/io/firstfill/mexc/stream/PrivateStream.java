package io.firstfill.mexc.stream;

import io.firstfill.mexc.MexcSignedClient;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** What happens to one account's orders, as it happens. Deaf until it is told whose account. */
public final class PrivateStream {

    private static final Set<StreamChannel> CHANNELS =
            Set.of(StreamChannel.PRIVATE_ORDERS, StreamChannel.PRIVATE_DEALS);

    private final ListenKeyEndpoint door;
    private final StreamSession session;

    public PrivateStream(
            Vertx vertx,
            StreamSettings settings,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        this.door = new ListenKeyEndpoint(settings, clock);
        this.session = new StreamSession(vertx, settings, door::of, listener, clock, random);
    }

    public StreamState state() {
        return session.state();
    }

    /** Listens with this account from now on. */
    public void use(MexcSignedClient account) {
        session.execute(() -> door.use(account));
        session.listenTo(CHANNELS);
        session.renew();
    }

    /** @return completes when the sockets are closed and the key is given back, as far as the exchange answers */
    public CompletionStage<Void> close() {
        return session.shut().toCompletionStage();
    }
}
