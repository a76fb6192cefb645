package io.firstfill.mexc;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.firstfill.mexc.MexcResult.Ambiguous;
import io.firstfill.mexc.MexcResult.Answer;
import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.MexcResult.NotSent;
import io.firstfill.mexc.MexcResult.Throttled;
import io.firstfill.mexc.budget.AccountBudget;
import io.firstfill.mexc.budget.Grant;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.sign.MexcSigner;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Holds the connections to the exchange, shared by the public and the signed client.
 *
 * <p>Built on Vert.x's core HTTP client and not on its web client, because the web client follows redirects by default
 * and offers retries: here a request is written once or not at all. HTTP/1.1 without pipelining, so that a connection
 * carries one order at a time; orders have a small pool of their own, apart from slow answers.
 *
 * <p>A call is sent when its method is called, not when the {@link Uni} is subscribed to; subscribing twice observes
 * the same result twice. A retry on such a Uni can therefore never send an order again.
 */
public final class MexcWire implements AutoCloseable {
    /** Answers longer than this are parsed off the event loop, because an order may be waiting for the loop. */
    private static final int PARSED_IN_PLACE = 32 * 1024;

    /**
     * The shortest pause after a throttle, even if the exchange allows the next request at once: a tight loop after a
     * 429 ends in a ban.
     */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    /** The one status of a refusal that is not about the rate. */
    private static final int FIREWALL = 403;

    private final AnswerReader<ApiSymbols> defaultSymbols = new ApiSymbolsReader();
    private final Vertx vertx;
    /** The event loop of all order connections: none hands an order over to another one's thread. */
    private final Context orderLoop;

    private final MexcSettings settings;
    private final AccountBudget budget;
    private final InstantSource clock;
    private final HttpClient orders;
    private final HttpClient queries;
    private final AnswerListener answers;
    private final AtomicBoolean closed = new AtomicBoolean();

    public MexcWire(Vertx vertx, MexcSettings settings, WeightBudget budget, InstantSource clock) {
        this(vertx, settings, budget.only(), clock, (endpoint, skipped) -> {});
    }

    public MexcWire(
            Vertx vertx, MexcSettings settings, AccountBudget account, InstantSource clock, AnswerListener answers) {
        this.answers = requireNonNull(answers, "answers");
        this.vertx = requireNonNull(vertx, "vertx");
        this.orderLoop = vertx.getOrCreateContext();
        this.settings = requireNonNull(settings, "settings");
        this.budget = requireNonNull(account, "account");
        this.clock = requireNonNull(clock, "clock");
        this.orders = client(settings.pools().orders(), false);
        this.queries = client(settings.pools().queries(), true);
    }

    /**
     * Returns until when the lane's host must not be asked, because the host said so; {@link Instant#MIN} when it never
     * did.
     */
    public Instant stoppedUntil(Lane lane) {
        return budget.address().stoppedUntil(lane);
    }

    /** Sends nothing to the lane's host until then: the host has throttled another process on this address. */
    public void stop(Lane lane, Instant until) {
        budget.address().stop(lane, until);
    }

    /** Returns the shortest interval of polling that the request budget has room for at present. */
    public Duration pollInterval() {
        return budget.address().pollInterval();
    }

    public MexcClient market() {
        return new MexcClient(this, defaultSymbols, clock);
    }

    /**
     * @param serverClock stamps the requests; the exchange refuses a timestamp a second ahead or a recvWindow behind
     */
    public MexcSignedClient signed(MexcSigner signer, ServerClock serverClock) {
        return new MexcSignedClient(this, signer, serverClock, settings.recvWindow());
    }

    /** Closes the connections. Calls in flight end as {@link MexcResult.Ambiguous}, later calls are not sent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            orders.close();
            queries.close();
        }
    }

    <T> Uni<MexcResult<T>> send(MexcEndpoint endpoint, String target, MultiMap headers, AnswerReader<T> reader) {
        RequestOptions options = options(endpoint, target, headers);
        return send(endpoint, () -> loaded(endpoint, options), reader);
    }

    /**
     * Takes nothing from the budget before the call is fired. A connection lost meanwhile is replaced when the call is
     * fired.
     */
    <T> LoadedCall<T> load(MexcEndpoint endpoint, String target, MultiMap headers, AnswerReader<T> reader) {
        RequestOptions options = options(endpoint, target, headers);
        RoundTrip held = loaded(endpoint, options);
        return new LoadedCall<>(
                held, () -> send(endpoint, () -> held.isSpent() ? loaded(endpoint, options) : held, reader));
    }

    private <T> Uni<MexcResult<T>> send(MexcEndpoint endpoint, Supplier<RoundTrip> trip, AnswerReader<T> reader) {
        if (closed.get()) {
            return notSent(new NotSent<>(Cause.CLOSED, "the wire is closed", null));
        }
        return switch (budget.tryTake(endpoint)) {
            case Grant.Denied denied -> notSent(budgetEmpty(denied));
            case Grant.Granted granted -> toUni(answered(endpoint, trip.get().fire(), reader));
        };
    }

    static <T> Uni<MexcResult<T>> notSent(NotSent<T> result) {
        return Uni.createFrom().item(result);
    }

    private static <T> NotSent<T> budgetEmpty(Grant.Denied denied) {
        String detail = denied.rule() + " used=" + denied.used() + " limit=" + denied.limit();
        return new NotSent<>(Cause.BUDGET_EMPTY, detail, denied.retryAt());
    }

    private RoundTrip loaded(MexcEndpoint endpoint, RequestOptions options) {
        boolean order = endpoint.onOrderSockets();
        Duration wait = endpoint.lane() == Lane.ORDER
                ? settings.timeouts().orderAnswer()
                : settings.timeouts().answer();
        Context loop = order ? orderLoop : vertx.getOrCreateContext();
        RoundTrip trip = new RoundTrip(order ? orders : queries, vertx, loop, clock, settings, wait);
        trip.load(options);
        return trip;
    }

    private <T> Future<MexcResult<T>> answered(MexcEndpoint endpoint, Future<Reply> reply, AnswerReader<T> reader) {
        return reply.compose(known -> parsed(known, reader))
                .onSuccess(result -> pauseAfterThrottle(endpoint.lane(), result))
                .onSuccess(result -> reportSkipped(endpoint, result));
    }

    private <T> Future<MexcResult<T>> parsed(Reply reply, AnswerReader<T> reader) {
        if (reply instanceof Reply.Received received && received.body().length() > PARSED_IN_PLACE) {
            return vertx.executeBlocking(() -> ReplyReader.read(reply, reader, settings.longestThrottle()), false);
        }
        return Future.succeededFuture(ReplyReader.read(reply, reader, settings.longestThrottle()));
    }

    private void pauseAfterThrottle(Lane lane, MexcResult<?> result) {
        if (result instanceof Throttled<?> throttled) {
            Duration pause = requireNonNullElse(throttled.retryAfter(), settings.throttlePause());
            budget.address().throttled(lane, pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
            if (throttled.status() != FIREWALL) {
                budget.exceeded(lane);
            }
        }
    }

    private void reportSkipped(MexcEndpoint endpoint, MexcResult<?> result) {
        if (result instanceof Answer<?> answer) {
            answers.answered(endpoint, answer.value() instanceof Partial part ? part.skipped() : SkippedRows.NONE);
        } else if (result instanceof Ambiguous<?> doubt && doubt.doubt() == Doubt.UNREADABLE) {
            answers.answered(endpoint, SkippedRows.one("the answer as a whole: " + doubt.detail(), null));
        }
    }

    private RequestOptions options(MexcEndpoint endpoint, String target, MultiMap headers) {
        URI base = endpoint.lane() == Lane.WEB ? settings.web() : settings.api();
        boolean tls = "https".equalsIgnoreCase(base.getScheme());
        headers.set("user-agent", settings.userAgent());
        if (!endpoint.method().equals("GET")) {
            headers.set("content-length", "0");
        }
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(endpoint.method()))
                .setHost(base.getHost())
                .setPort(base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(target)
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    private HttpClient client(int sockets, boolean compressed) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) settings.timeouts().idle().toSeconds())
                .setPipelining(false)
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setConnectTimeout((int) settings.timeouts().connect().toMillis())
                .setSslHandshakeTimeout(settings.timeouts().connect().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setDecompressionSupported(compressed)
                .setTrustOptions(settings.trust())
                .setLocalAddress(settings.egressAddress());
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(sockets)
                .setMaxWaitQueueSize(settings.pools().waiting());
        return vertx.createHttpClient(options, pool);
    }

    private static <T> Uni<T> toUni(Future<T> running) {
        return Uni.createFrom().emitter(observer -> running.onComplete(observer::complete, observer::fail));
    }
}
