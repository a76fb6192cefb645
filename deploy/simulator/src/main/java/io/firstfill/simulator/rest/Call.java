package io.firstfill.simulator.rest;

import io.firstfill.simulator.clock.ClockReading;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** One HTTP request, with the time at which its head was received. */
record Call(
        ClockReading arrived,
        String ip,
        String method,
        String path,
        String rawQuery,
        String body,
        @Nullable String apiKey,
        Params params) {

    static Call of(HttpServerRequest request, ClockReading arrived, Buffer body) {
        String query = request.query() == null ? "" : request.query();
        String text = body.toString();
        return new Call(
                arrived,
                request.remoteAddress().hostAddress(),
                request.method().name(),
                request.path(),
                query,
                text,
                request.getHeader("X-MEXC-APIKEY"),
                Params.of(query, text));
    }
}
