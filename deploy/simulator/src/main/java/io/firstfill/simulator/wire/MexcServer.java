package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Account;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Moment;
import io.firstfill.simulator.exchange.Refusal;
import io.firstfill.simulator.fault.Effect;
import io.firstfill.simulator.fault.FaultPlan;
import io.firstfill.simulator.fault.FaultRules;
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
 * Answers the exchange's HTTP requests: stamp the arrival, let the faults decide, check limits, key and time, carry out. Limits,
 * timestamp and opening are judged at the moment of execution, which a fault may have delayed.
 */
public final class MexcServer {

    private static final System.Logger LOG = System.getLogger(MexcServer.class.getName());
    private static final Refusal NO_ENDPOINT = new Refusal(404, 404, "Not Found");
    private static final Refusal INTERNAL = new Refusal(500, 500, "Internal error");

    private final Vertx vertx;
    private final Exchange exchange;
    private final FaultRules faults;
    private final ArrivalLog arrivals;
    private final Gate gate;
    private final RateLimits limits = new RateLimits();
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    public MexcServer(Vertx vertx, Exchange exchange, FaultRules faults, ArrivalLog arrivals) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.faults = faults;
        this.arrivals = arrivals;
        this.gate = new Gate(exchange.accounts());
        Stream.of(
                        new SymbolEndpoints(exchange).table(),
                        new TickerEndpoints(exchange).table(),
                        new TradeEndpoints(exchange).table(),
                        new OrderEndpoints(exchange).table(),
                        new AccountEndpoints(exchange).table())
                .flatMap(List::stream)
                .forEach(endpoint -> endpoints.put(endpoint.method() + " " + endpoint.path(), endpoint));
    }

    public void handle(HttpServerRequest request) {
        Moment arrived = exchange.clock().now();
        request.body()
                .onSuccess(body -> accept(request, arrived, body))
                .onFailure(broken -> LOG.log(System.Logger.Level.DEBUG, "request broke off", broken));
    }

    /** Forgets all violations and opens all windows of the rate limits. */
    public void forgive() {
        limits.forgive();
    }

    private void accept(HttpServerRequest request, Moment arrived, Buffer body) {
        Call call = Call.of(request, arrived, body);
        String account =
                exchange.accounts().byKey(call.apiKey()).map(Account::name).orElse(null);
        FaultPlan plan = faults.plan(call.method(), call.path(), call.params().raw("symbol"), account);
        ArrivalLog.@Nullable Entry entry = isNewOrder(call) ? arrivals.open(call, account, plan.rules()) : null;
        after(plan.delayExecutionMillis(), () -> {
            Reply reply = plan.executes() ? execute(call, account, plan, entry) : Reply.refused(INTERNAL);
            after(plan.delayAnswerMillis(), () -> answer(request, plan, reply));
        });
    }

    private Reply execute(Call call, @Nullable String account, FaultPlan plan, ArrivalLog.@Nullable Entry entry) {
        Reply reply = attempt(call, account, plan);
        if (entry != null) {
            entry.close(reply);
        }
        return reply;
    }

    private Reply attempt(Call call, @Nullable String accountName, FaultPlan plan) {
        Endpoint endpoint = endpoints.get(call.method() + " " + call.path());
        if (endpoint == null) {
            return Reply.refused(NO_ENDPOINT);
        }
        try {
            Moment now = exchange.now();
            Reply refused = limits.admit(
                    call.ip(), accountName, endpoint, exchange.behaviours().exchange(), now);
            if (refused != null) {
                return refused;
            }
            Account account = endpoint.right() == null ? null : gate.admit(call, endpoint.right(), now);
            return endpoint.handler().apply(new Ask(call, account, plan.behaviour(), now));
        } catch (RefusedException refused) {
            return Reply.refused(refused.refusal());
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request failed: " + call.method() + " " + call.path(), bug);
            return Reply.refused(INTERNAL);
        }
    }

    private static void answer(HttpServerRequest request, FaultPlan plan, Reply truth) {
        Effect.@Nullable Drop drop = plan.drop();
        if (drop != null) {
            cut(request.connection(), drop.reset());
            return;
        }
        Effect.@Nullable Answer instead = plan.answer();
        Reply reply = instead == null ? truth : Reply.injected(instead);
        request.response().setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        reply.headers().forEach((name, value) -> request.response().putHeader(name, value));
        request.response()
                .end(reply.body())
                .onFailure(gone -> LOG.log(System.Logger.Level.DEBUG, "client left before the answer", gone));
    }

    /** A socket closed with nothing to linger for is reset; Vert.x shows its channel to those who ask the implementation. */
    private static void cut(HttpConnection connection, boolean reset) {
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
            vertx.setTimer(millis, fired -> action.run());
        }
    }
}
