package io.firstfill.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Answers for a service: 502 when it cannot be reached, 503 when too many requests wait for it, 504 when it does not
 * answer in time.
 */
final class UnavailableServiceInterceptor implements ProxyInterceptor {
    private final Exchange exchange;
    private final BiConsumer<Problem, Throwable> log;

    UnavailableServiceInterceptor(Exchange exchange, BiConsumer<Problem, Throwable> log) {
        this.exchange = exchange;
        this.log = log;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context, failure)));
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
        Problem problem = problem(failure);
        log.accept(problem, failure);
        ProxyResponse response = context.request().response();
        response.headers().clear();
        problem.headers().forEach(response::putHeader);
        return response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(problem.body(exchange.instance(), exchange.correlationId())));
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case ConnectionPoolTooBusyException full -> Problem.busy();
            case TimeoutException late -> Problem.of(504, "The service behind this path did not answer in time");
            default -> Problem.of(502, "The service behind this path cannot be reached");
        };
    }
}
