package io.firstfill.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Forwards requests to services by path prefix, passes the caller's origin on in headers, and answers with a problem
 * when a service cannot be reached or does not answer in time.
 */
public final class Gateway {
    private final Vertx vertx;
    private final int port;
    private final List<Route> routes;
    private final Duration timeout;

    /** @param timeout how long a service may take for an answer before the caller gets a 504 */
    public Gateway(Vertx vertx, int port, List<Route> routes, Duration timeout) {
        this.vertx = vertx;
        this.port = port;
        this.routes = List.copyOf(routes);
        this.timeout = timeout;
    }

    /** Completes when the gateway listens. */
    public Future<HttpServer> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                // Keycloak answers the first sign-in with cookies and headers beyond the default of 8 KiB.
                .setMaxHeaderSize(32 * 1024);
        HttpProxy proxy = proxy();
        return vertx.createHttpServer(options)
                .requestHandler(request -> handle(request, proxy))
                .listen();
    }

    private HttpProxy proxy() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2000).setMaxHeaderSize(32 * 1024),
                new PoolOptions().setHttp1MaxSize(64));
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .addInterceptor(new ForwardedHeadersInterceptor(port))
                .addInterceptor(new UnavailableOriginInterceptor())
                .origin(context -> client.request(target(context.request().proxiedRequest())));
    }

    private void handle(HttpServerRequest request, HttpProxy proxy) {
        Optional<Route> route = Route.choose(routes, request.uri());
        if (route.isEmpty()) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(Problem.body(404, "Not found", "Nothing is served here."));
        } else {
            proxy.handle(request);
        }
    }

    private RequestOptions target(HttpServerRequest request) {
        Route route = Route.choose(routes, request.uri()).orElseThrow();
        return new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(route.port())
                .setConnectTimeout(2000)
                .setIdleTimeout(timeout.toMillis());
    }
}
