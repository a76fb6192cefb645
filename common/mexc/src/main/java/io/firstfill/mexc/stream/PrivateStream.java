package io.firstfill.mexc.stream;

import io.firstfill.mexc.MexcSignedClient;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** Streams what happens to one account's orders. Closed until {@link #use} names the account. */
public final class PrivateStream {

    private static final Set<StreamChannel> CHANNELS =
            Set.of(StreamChannel.PRIVATE_ORDERS, StreamChannel.PRIVATE_DEALS);

    private final ListenKeyEndpoint endpoint;
    private final StreamSession session;

    public PrivateStream(
            Vertx vertx,
            StreamSettings settings,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        this.endpoint = new ListenKeyEndpoint(settings, clock);
        this.session = new StreamSession(vertx, settings, endpoint::of, listener, clock, random);
    }

    StreamState state() {
        return session.state();
    }

    /** Streams this account's orders from now on, over a new socket. */
    public void use(MexcSignedClient account) {
        session.execute(() -> endpoint.use(account));
        session.listenTo(CHANNELS);
        session.renew();
    }

    /** @return completes when the sockets are closed and the exchange has closed the key, as far as it answers */
    public CompletionStage<Void> close() {
        return session.shutDown().toCompletionStage();
    }
}
