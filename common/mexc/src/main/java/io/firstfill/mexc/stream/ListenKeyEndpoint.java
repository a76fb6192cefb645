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
 * Opens an account's private stream: gets a listen key, keeps it alive, gets another when the exchange refuses it, and gives
 * it back. The key is never shown: who has it reads the account.
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

    /** The session whose event loop this is confined to. */
    StreamEndpoint of(StreamSession session) {
        this.session = session;
        return this;
    }

    /** From now on with this account's key; the old one is given back. */
    void use(MexcSignedClient other) {
        shut();
        client = other;
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
        ask(account.createListenKey(), answer -> {
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

    /** Most likely it has expired. Given back all the same: an account has 60 at most. */
    @Override
    public void turnedAway() {
        shut();
    }

    @Override
    public void beat(Instant now) {
        MexcSignedClient account = client;
        ListenKey held = key;
        if (account == null || held == null || now.isBefore(extendAt)) {
            return;
        }
        extendAt = now.plus(settings.keyExtension());
        ask(account.extend(held), answer -> {
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
            case MexcResult.Throttled<ListenKey> slow -> again();
            case MexcResult.Ambiguous<ListenKey> doubt -> again();
            case MexcResult.NotSent<ListenKey> unsent -> again();
        }
    }

    /** Long before the key ends: it outlives two of our intervals. */
    private void again() {
        Duration wait = RETRY.compareTo(settings.keyExtension()) < 0 ? RETRY : settings.keyExtension();
        extendAt = clock.instant().plus(wait);
    }

    @Override
    public Future<?> shut() {
        MexcSignedClient account = client;
        ListenKey held = key;
        key = null;
        if (account == null || held == null) {
            return Future.succeededFuture();
        }
        Promise<Boolean> done = Promise.promise();
        ask(account.close(held), answer -> done.complete(true));
        return done.future();
    }

    private <T> void ask(Uni<MexcResult<T>> question, Consumer<MexcResult<T>> then) {
        StreamSession loop = requireNonNull(session);
        question.subscribe().with(answer -> loop.execute(() -> then.accept(answer)), bug -> {
            MexcResult<T> unsent = new MexcResult.NotSent<>(
                    MexcResult.Cause.CLOSED, bug.getClass().getSimpleName(), null);
            loop.execute(() -> then.accept(unsent));
        });
    }

    private String target(ListenKey held) {
        return path + "?listenKey=" + held.listenKey();
    }
}
