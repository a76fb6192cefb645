package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.account.ListenKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of an account's private stream: creates a listen key, extends it, replaces it when the exchange refuses
 * it, and closes it. The key is never shown: whoever has it can read the account's stream.
 */
final class ListenKeyEndpoint implements StreamEndpoint {

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final StreamSettings settings;
    private final String path;
    private final InstantSource clock;
    private @Nullable StreamSession session;
    private @Nullable MexcSignedClient client;
    private @Nullable ListenKey key;
    private Instant extendAt = Instant.MAX;

    ListenKeyEndpoint(StreamSettings settings, InstantSource clock) {
        this.settings = settings;
        this.path = StreamSession.path(settings);
        this.clock = clock;
    }

    /** Sets the session to whose event loop this endpoint is confined. */
    StreamEndpoint of(StreamSession session) {
        this.session = session;
        return this;
    }

    /** Uses keys of this account from now on, and closes the key of the account before. */
    void use(MexcSignedClient account) {
        close();
        client = account;
    }

    @Override
    public Future<String> target() {
        MexcSignedClient account = client;
        ListenKey held = key;
        if (held != null) {
            return Future.succeededFuture(target(held));
        }
        if (account == null) {
            return Future.failedFuture("no credential");
        }
        Promise<String> target = Promise.promise();
        onLoop(account.createListenKey(), answer -> {
            if (answer instanceof MexcResult.Answer<ListenKey> given && account.equals(client)) {
                key = given.value();
                extendAt = clock.instant().plus(settings.keyExtension());
                target.complete(target(given.value()));
            } else {
                target.fail("no listen key");
            }
        });
        return target.future();
    }

    /** Closes the key, which has most likely expired: an account has 60 keys at most, so none may be left behind. */
    @Override
    public void handshakeRefused() {
        close();
    }

    @Override
    public void tick(Instant now) {
        MexcSignedClient account = client;
        ListenKey held = key;
        if (account == null || held == null || now.isBefore(extendAt)) {
            return;
        }
        extendAt = now.plus(settings.keyExtension());
        onLoop(account.extend(held), answer -> {
            if (held.equals(key)) {
                extended(answer);
            }
        });
    }

    private void extended(MexcResult<ListenKey> answer) {
        switch (answer) {
            case MexcResult.Answer<ListenKey> kept -> {}
            case MexcResult.Refused<ListenKey> gone -> {
                key = null;
                requireNonNull(session).renew();
            }
            case MexcResult.Throttled<ListenKey> slow -> extendLater();
            case MexcResult.Ambiguous<ListenKey> doubt -> extendLater();
            case MexcResult.NotSent<ListenKey> unsent -> extendLater();
        }
    }

    /** Schedules another extension long before the key ends: the key outlives two intervals of extension. */
    private void extendLater() {
        Duration wait = RETRY.compareTo(settings.keyExtension()) < 0 ? RETRY : settings.keyExtension();
        extendAt = clock.instant().plus(wait);
    }

    @Override
    public Future<?> close() {
        MexcSignedClient account = client;
        ListenKey held = key;
        key = null;
        if (account == null || held == null) {
            return Future.succeededFuture();
        }
        Promise<Boolean> done = Promise.promise();
        onLoop(account.close(held), answer -> done.complete(true));
        return done.future();
    }

    /** Hands the result over on the session's event loop; a call that failed is a result too. */
    private <T> void onLoop(Uni<MexcResult<T>> call, Consumer<MexcResult<T>> then) {
        StreamSession loop = requireNonNull(session);
        call.subscribe().with(answer -> loop.execute(() -> then.accept(answer)), bug -> {
            MexcResult<T> unsent = new MexcResult.NotSent<>(
                    MexcResult.Cause.CLOSED, bug.getClass().getSimpleName(), null);
            loop.execute(() -> then.accept(unsent));
        });
    }

    private String target(ListenKey held) {
        return path + "?listenKey=" + held.listenKey();
    }
}
