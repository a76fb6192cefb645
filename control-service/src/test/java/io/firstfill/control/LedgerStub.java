package io.firstfill.control;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A ledger that is ready and records every environment but one. */
final class LedgerStub implements AutoCloseable {
    /** The environment that the ledger does not record. */
    static final String NOT_RECORDED = "checked";

    private final HttpServer server;

    LedgerStub(String... environments) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/q/health/ready", "{}");
        answer(
                "/api/ledger/v1/recording",
                Arrays.stream(environments)
                        .map(name ->
                                "{\"environment\":\"%s\",\"recording\":%s,\"lagRecords\":0,\"lagSeconds\":0,\"unprocessed\":[]}"
                                        .formatted(name, !name.equals(NOT_RECORDED)))
                        .collect(Collectors.joining(",", "{\"environments\":[", "]}")));
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
