package io.firstfill.local.gateway;

import io.firstfill.testkit.FreePort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The gateway before three services that answer with what they received. */
final class RunningGateway implements AutoCloseable {
    static final GatewayRules RULES = GatewayRules.load();

    /** For tests that wait for a timeout; no other test should need a machine that answers so soon. */
    static final GatewayRules IMPATIENT = RULES.with(
            RULES.limits(),
            new GatewayRules.Timeouts(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(2)));

    /** One connection to each service, for which one request may wait. */
    static final GatewayRules NARROW = IMPATIENT.with(
            new GatewayRules.Limits(
                    RULES.limits().requestLine(),
                    RULES.limits().headers(),
                    RULES.limits().body(),
                    1,
                    1),
            IMPATIENT.timeouts());

    final int port = FreePort.next();
    /** The request lines that services have seen. */
    final List<String> seen = new CopyOnWriteArrayList<>();
    /** The lines of the gateway's log. */
    final List<String> log = new CopyOnWriteArrayList<>();

    private final Vertx vertx = Vertx.vertx();

    private RunningGateway() {}

    /** Keycloak does not run. */
    static RunningGateway start(GatewayRules rules) {
        return start(rules, false);
    }

    static RunningGateway startWithSignIn() {
        return start(RULES, true);
    }

    private static RunningGateway start(GatewayRules rules, boolean signIn) {
        RunningGateway running = new RunningGateway();
        Map<String, Integer> services = Map.of(
                "control-service", running.service("control"),
                "ledger-service", running.service("ledger"),
                "keycloak", signIn ? running.service("keycloak") : FreePort.next());
        join(new Gateway(running.vertx, running.port, rules, services, running.log::add).start());
        return running;
    }

    RawConnection connect() {
        return new RawConnection(port);
    }

    /** Sends the request and returns the whole answer. */
    String send(String request) {
        try (RawConnection connection = connect()) {
            return connection.send(request).answer();
        }
    }

    private int service(String name) {
        return join(vertx.createHttpServer()
                        .requestHandler(request -> answer(name, request))
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    private void answer(String name, HttpServerRequest request) {
        seen.add(name + " " + request.method() + " " + request.uri());
        request.body().onSuccess(body -> ServiceAnswers.write(name, request, body));
    }

    @Override
    public void close() {
        join(vertx.close());
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
