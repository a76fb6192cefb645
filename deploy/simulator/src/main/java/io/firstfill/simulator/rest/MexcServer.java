package io.firstfill.simulator.rest;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.Effect;
import io.firstfill.simulator.fault.FaultPlan;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.order.Refusal;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the HTTP requests of the exchange: records the arrival, asks the fault rules, checks rate limits, key and
 * timestamp, and executes. Rate limits, timestamp and opening are checked at the time of execution, which a fault may
 * have delayed.
 */
public final class MexcServer {

    private static final System.Logger LOG = System.getLogger(MexcServer.class.getName());
    private static final Refusal NO_ENDPOINT = new Refusal(404, 404, "Not Found");
    private static final Refusal INTERNAL = new Refusal(500, 500, "Internal error");

    private final Vertx vertx;
    private final Exchange exchange;
    private final FaultRules faults;
    private final ArrivalLog arrivals;
    private final Authenticator authenticator;
    private final RateLimits limits = new RateLimits();
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    public MexcServer(Vertx vertx, Exchange exchange, FaultRules faults, ArrivalLog arrivals) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.faults = faults;
        this.arrivals = arrivals;
        this.authenticator = new Authenticator(exchange.accounts());
        Stream.of(
                        new SymbolEndpoints(exchange).endpoints(),
                        new TickerEndpoints(exchange).endpoints(),
                        new MarketDataEndpoints(exchange).endpoints(),
                        new OrderEndpoints(exchange).endpoints(),
                        new AccountEndpoints(exchange).endpoints())
                .flatMap(List::stream)
                .forEach(endpoint -> endpoints.put(endpoint.method() + " " + endpoint.path(), endpoint));
    }

    public void handle(HttpServerRequest request) {
        ClockReading arrived = exchange.clock().now();
        request.body()
                .onSuccess(body -> accept(request, arrived, body))
                .onFailure(failure -> LOG.log(System.Logger.Level.DEBUG, "request ended early", failure));
    }

    /** Clears all violations, bans and windows of the rate limits. */
    public void clearViolations() {
        limits.clear();
    }

    private void accept(HttpServerRequest request, ClockReading arrived, Buffer body) {
        Call call = Call.of(request, arrived, body);
        String account =
                exchange.accounts().byKey(call.apiKey()).map(Account::name).orElse(null);
        FaultPlan plan = faults.plan(
                call.method(),
                call.path(),
                call.params().raw("symbol"),
                account,
                call.params().raw("side"));
        ArrivalLog.@Nullable Entry entry = isNewOrder(call) ? arrivals.add(call, account, plan.rules()) : null;
        after(plan.delayExecutionMillis(), () -> {
            Reply reply = plan.executes() ? execute(call, account, plan, entry) : Reply.refused(INTERNAL);
            after(plan.delayAnswerMillis(), () -> answer(request, plan, reply));
        });
    }

    private Reply execute(Call call, @Nullable String account, FaultPlan plan, ArrivalLog.@Nullable Entry entry) {
        Reply reply = process(call, account, plan);
        if (entry != null) {
            entry.complete(reply);
        }
        return reply;
    }

    private Reply process(Call call, @Nullable String accountName, FaultPlan plan) {
        Endpoint endpoint = endpoints.get(call.method() + " " + call.path());
        if (endpoint == null) {
            return Reply.refused(NO_ENDPOINT);
        }
        try {
            ClockReading now = exchange.now();
            Reply refused = limits.admit(
                    call.ip(), accountName, endpoint, exchange.behaviours().exchange(), now);
            if (refused != null) {
                return refused;
            }
            Account account =
                    endpoint.permission() == null ? null : authenticator.authenticate(call, endpoint.permission(), now);
            return endpoint.handler().apply(new CallContext(call, account, plan.behaviour(), now));
        } catch (RefusedException refused) {
            return Reply.refused(refused.refusal());
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request failed: " + call.method() + " " + call.path(), bug);
            return Reply.refused(INTERNAL);
        }
    }

    private static void answer(HttpServerRequest request, FaultPlan plan, Reply executed) {
        Effect.@Nullable Drop drop = plan.drop();
        if (drop != null) {
            closeConnection(request.connection(), drop.reset());
            return;
        }
        Effect.@Nullable Answer instead = plan.answer();
        Reply reply = instead == null ? executed : Reply.injected(instead);
        request.response().setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        reply.headers().forEach((name, value) -> request.response().putHeader(name, value));
        request.response()
                .end(plan.mutate(reply.body()))
                .onFailure(failure -> LOG.log(System.Logger.Level.DEBUG, "client closed before the answer", failure));
    }

    /**
     * Closes the connection. A socket with {@code SO_LINGER} 0 is closed by a TCP reset; Vert.x exposes the Netty
     * channel, which has that option, on its implementation class only.
     */
    private static void closeConnection(HttpConnection connection, boolean reset) {
        if (reset && connection instanceof ConnectionBase socket) {
            socket.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        connection.close();
    }

    private static boolean isNewOrder(Call call) {
        return "POST".equals(call.method()) && OrderEndpoints.NEW_ORDER.equals(call.path());
    }

    private void after(long millis, Runnable action) {
        if (millis <= 0) {
            action.run();
        } else {
            vertx.setTimer(millis, timer -> action.run());
        }
    }
}
