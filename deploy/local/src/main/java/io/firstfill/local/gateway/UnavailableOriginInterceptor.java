package io.firstfill.local.gateway;

import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;

/**
 * Answers 502 when a service cannot be reached and 504 when a service does not answer in time, both as
 * {@code application/problem+json}.
 */
final class UnavailableOriginInterceptor implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(problem(context, failure)));
    }

    private static ProxyResponse problem(ProxyContext context, Throwable failure) {
        return failure instanceof TimeoutException
                ? answer(context, 504, "Gateway timeout", "The service behind this path did not answer in time.")
                : answer(context, 502, "Bad gateway", "The service behind this path cannot be reached.");
    }

    private static ProxyResponse answer(ProxyContext context, int status, String title, String detail) {
        ProxyResponse response = context.request().release().response();
        response.headers().clear();
        return response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(Problem.body(status, title, detail)));
    }
}
