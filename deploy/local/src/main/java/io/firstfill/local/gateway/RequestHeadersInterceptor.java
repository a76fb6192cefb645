package io.firstfill.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Set;

/**
 * Sets the {@code X-Forwarded-*} headers, by which a service learns the caller's address and the origin as called, and
 * the correlation id. What the caller itself sent under these names never arrives, nor do headers that a service could
 * take for another method or path.
 */
final class RequestHeadersInterceptor implements ProxyInterceptor {
    private static final String DEFAULT_PORT = "80";

    private final Exchange exchange;
    private final String host;

    RequestHeadersInterceptor(Exchange exchange, String host) {
        this.exchange = exchange;
        this.host = host;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        forConnectionOnly(headers).forEach(headers::remove);
        Set.copyOf(headers.names()).stream()
                .filter(exchange.rules()::isRemovedFromRequests)
                .forEach(headers::remove);
        headers.set("X-Forwarded-For", exchange.request().remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        headers.set("X-Forwarded-Host", host);
        headers.set("X-Forwarded-Port", port(host));
        headers.set(Exchange.CORRELATION_ID, exchange.correlationId());
        return context.sendRequest();
    }

    /** The headers that the header {@code Connection} names: they concern the caller's connection alone. */
    private static List<String> forConnectionOnly(MultiMap headers) {
        return headers.getAll("Connection").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String port(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? DEFAULT_PORT : host.substring(colon + 1);
    }
}
