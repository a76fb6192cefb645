package io.firstfill.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer the headers of the rules, has addresses in it name the host as called, and chooses which answers
 * are compressed. An error of an API that is no problem document becomes one.
 */
final class ResponseHeadersInterceptor implements ProxyInterceptor {
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Exchange exchange;
    private final Route route;
    private final String host;
    /** The ports at which the gateway and the service listen. */
    private final Set<Integer> ownPorts;

    ResponseHeadersInterceptor(Exchange exchange, Route route, String host, Set<Integer> ownPorts) {
        this.exchange = exchange;
        this.route = route;
        this.host = host;
        this.ownPorts = Set.copyOf(ownPorts);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        MultiMap headers = response.headers();
        if (route.problems() && response.getStatusCode() >= 400 && !isProblem(headers)) {
            replaceByProblem(response);
        }
        rules().removedResponseHeaders().forEach(headers::remove);
        rules().responseHeaders().forEach(headers::set);
        headers.set("Content-Security-Policy", route.contentSecurityPolicy());
        headers.set(Exchange.CORRELATION_ID, exchange.correlationId());
        rewriteAddress(headers, "Location");
        rewriteAddress(headers, "Content-Location");
        if (response.getStatusCode() == NOT_MODIFIED) {
            removeBody(response);
        } else {
            chooseCompression(response);
        }
        return context.sendResponse();
    }

    private GatewayRules rules() {
        return exchange.rules();
    }

    private static boolean isProblem(MultiMap headers) {
        String type = headers.get("Content-Type");
        return type != null && type.startsWith(Problem.MEDIA_TYPE);
    }

    /** Keeps what belongs to the status, such as {@code Allow} and {@code WWW-Authenticate}. */
    private void replaceByProblem(ProxyResponse response) {
        Problem problem = Problem.of(response.getStatusCode(), "The service refused the request without a reason");
        drain(response);
        MultiMap headers = response.headers();
        headers.remove("Content-Length").remove("Content-Encoding").remove("ETag");
        headers.set("Content-Type", Problem.MEDIA_TYPE);
        response.setStatusMessage(null);
        response.setBody(Body.body(problem.body(exchange.instance(), exchange.correlationId())));
    }

    /** The proxy would announce chunks, or a length of zero, for a body that a 304 does not have. */
    private void removeBody(ProxyResponse response) {
        drain(response);
        response.headers().remove("Content-Length").remove("Content-Type");
        response.setBody(null);
        HttpServerResponse answer = exchange.request().response();
        answer.headersEndHandler(written -> answer.headers().remove("Content-Length"));
    }

    /** The service's connection is free for the next request only when its answer is read. */
    private static void drain(ProxyResponse response) {
        Body body = response.getBody();
        if (body != null) {
            body.stream().resume();
        }
    }

    private void rewriteAddress(MultiMap headers, String name) {
        String address = headers.get(name);
        if (address != null) {
            headers.set(name, asCalled(address));
        }
    }

    /** Replaces scheme, host and port where they are the gateway's or the service's own. */
    private String asCalled(String address) {
        URI uri = parsed(address);
        if (uri == null
                || uri.getHost() == null
                || !LOCAL_HOSTS.contains(uri.getHost())
                || !ownPorts.contains(uri.getPort())) {
            return address;
        }
        int path = address.indexOf('/', address.indexOf("//") + 2);
        return "http://" + host + (path < 0 ? "/" : address.substring(path));
    }

    private static @Nullable URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void chooseCompression(ProxyResponse response) {
        MultiMap headers = response.headers();
        if (response.getStatusCode() == NO_CONTENT || headers.contains("Content-Encoding")) {
            return;
        }
        String type = headers.get("Content-Type");
        boolean compressible = route.compressed() && type != null && rules().isCompressible(type);
        if (compressible) {
            headers.add("Vary", "Accept-Encoding");
        }
        if (!compressible || isShort(response)) {
            exchange.excludeFromCompression(headers);
        }
    }

    private boolean isShort(ProxyResponse response) {
        Body body = response.getBody();
        return body == null
                || (body.length() >= 0 && body.length() < rules().compression().leastBytes());
    }
}
