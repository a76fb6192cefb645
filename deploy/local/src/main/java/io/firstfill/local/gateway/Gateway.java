package io.firstfill.local.gateway;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Gives the panel, both APIs and the sign-in one origin. Forwards what its {@link GatewayRules} name, in one normal
 * form and with a complete body, and answers everything else with a problem.
 */
public final class Gateway {
    private static final String LOOPBACK = "127.0.0.1";
    /** Gives most of the gain for little processor time, which the services need. */
    private static final int GZIP_LEVEL = 4;

    private final Vertx vertx;
    private final int port;
    private final GatewayRules rules;
    private final Map<String, Integer> servicePorts;
    private final UnaryOperator<String> serviceHosts;
    private final Consumer<String> log;
    private final HttpServerOptions options;
    private final HttpClient client;

    /**
     * Creates a gateway on the loopback address, for services there.
     *
     * @param servicePorts where the services of the rules listen, by their names
     * @param log receives a line for each request that a service failed to answer
     */
    public Gateway(Vertx vertx, int port, GatewayRules rules, Map<String, Integer> servicePorts, Consumer<String> log) {
        this(vertx, LOOPBACK, port, rules, servicePorts, service -> LOOPBACK, log);
    }

    /**
     * Creates a gateway for services on other hosts.
     *
     * @param host the address that it listens on
     * @param serviceHosts the host of a service, by its name
     */
    public Gateway(
            Vertx vertx,
            String host,
            int port,
            GatewayRules rules,
            Map<String, Integer> servicePorts,
            UnaryOperator<String> serviceHosts,
            Consumer<String> log) {
        this.vertx = vertx;
        this.port = port;
        this.rules = rules;
        this.servicePorts = Map.copyOf(servicePorts);
        this.serviceHosts = serviceHosts;
        this.log = log;
        this.options = serverOptions(host, port, rules);
        this.client = vertx.createHttpClient(clientOptions(rules), poolOptions(rules));
    }

    /** Completes when the gateway listens. */
    public Future<HttpServer> start() {
        return vertx.createHttpServer(options)
                .connectionHandler(this::guard)
                .requestHandler(this::handle)
                .invalidRequestHandler(this::refuseInvalid)
                .listen();
    }

    private static HttpServerOptions serverOptions(String host, int port, GatewayRules rules) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                // The guard of a connection knows HTTP/1 only.
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(rules.limits().requestLine())
                .setMaxHeaderSize(rules.limits().headers())
                .setCompressionSupported(true)
                .addCompressor(StandardCompressionOptions.gzip(GZIP_LEVEL, 15, 8));
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setIdleTimeout((int) rules.timeouts().idle().toMillis());
        return options;
    }

    private static HttpClientOptions clientOptions(GatewayRules rules) {
        return new HttpClientOptions()
                .setConnectTimeout((int) rules.timeouts().connect().toMillis())
                .setMaxHeaderSize(rules.limits().headers());
    }

    private static PoolOptions poolOptions(GatewayRules rules) {
        return new PoolOptions()
                .setHttp1MaxSize(rules.limits().connections())
                .setMaxWaitQueueSize(rules.limits().waiting());
    }

    private void guard(HttpConnection connection) {
        ClientConnection.install(
                connection,
                options,
                rules.timeouts(),
                problem -> Exchange.bytes(problem, "", newCorrelationId(), rules, false));
    }

    private static String newCorrelationId() {
        return UUID.randomUUID().toString();
    }

    private Exchange begin(HttpServerRequest request) {
        ClientConnection connection = ClientConnection.of(request.connection());
        connection.requestBegan();
        request.response().endHandler(answered -> connection.requestEnded());
        return new Exchange(rules, request, connection, newCorrelationId());
    }

    private void refuseInvalid(HttpServerRequest request) {
        begin(request)
                .close(
                        switch (request.decoderResult().cause()) {
                            case TooLongHttpLineException line ->
                                Problem.of(
                                        414,
                                        "The request line may have at most "
                                                + rules.limits().requestLine() + " bytes");
                            case TooLongHttpHeaderException headers ->
                                Problem.of(
                                        431,
                                        "The headers may have at most "
                                                + rules.limits().headers() + " bytes");
                            case null, default -> Problem.of(400, "The request is not valid HTTP/1.1");
                        });
    }

    private void handle(HttpServerRequest request) {
        Exchange exchange = begin(request);
        switch (Admission.decide(rules, request.method().name(), request.uri(), request.headers())) {
            case Admission.Refused(Problem problem) -> exchange.refuse(problem);
            case Admission.Admitted admitted -> admit(exchange, admitted);
        }
    }

    private void admit(Exchange exchange, Admission.Admitted admitted) {
        RequestBody.read(
                vertx,
                exchange.request(),
                rules.limits().body(),
                rules.timeouts().body(),
                body -> forward(exchange, admitted, body),
                exchange::close);
    }

    private void forward(Exchange exchange, Admission.Admitted admitted, Buffer body) {
        // The body is complete: the service gets its length instead.
        exchange.request().headers().remove("Transfer-Encoding");
        int service = Objects.requireNonNull(servicePorts.get(admitted.route().service()), "service");
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .addInterceptor(new ResponseHeadersInterceptor(
                        exchange, admitted.route(), admitted.host(), Set.of(port, service)))
                .addInterceptor(new UnavailableServiceInterceptor(
                        exchange, (problem, failure) -> report(exchange, problem, failure)))
                .addInterceptor(new RequestHeadersInterceptor(exchange, admitted.host()))
                .origin(context -> {
                    context.request().setURI(admitted.target().uri());
                    context.request().setBody(exchange.hasBody() || body.length() > 0 ? Body.body(body) : null);
                    return client.request(target(admitted.route().service(), service));
                })
                .handle(exchange.request());
    }

    private RequestOptions target(String service, int servicePort) {
        return new RequestOptions()
                .setHost(serviceHosts.apply(service))
                .setPort(servicePort)
                .setConnectTimeout(rules.timeouts().connect().toMillis())
                .setIdleTimeout(rules.timeouts().answer().toMillis());
    }

    private void report(Exchange exchange, Problem problem, Throwable failure) {
        log.accept("A service did not answer correlationId=%s status=%d method=%s path=%s cause=%s"
                .formatted(
                        exchange.correlationId(),
                        problem.status(),
                        exchange.request().method(),
                        exchange.instance(),
                        failure.getClass().getSimpleName()));
    }
}
