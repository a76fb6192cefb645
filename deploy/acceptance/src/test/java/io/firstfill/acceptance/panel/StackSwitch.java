package io.firstfill.acceptance.panel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firstfill.local.launch.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A local address by which the browser's tests do to the stack what none of its APIs can: {@code POST} to
 * {@code /kill/ledger-service}, {@code /restart/ledger-service}, {@code /rotate/paper}. The answer, 204, comes when it
 * is done.
 */
final class StackSwitch implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Consumer<String>> deeds;

    StackSwitch(Stack stack) throws IOException {
        this.deeds = Map.of(
                "kill", stack::kill, "restart", stack::restart, "rotate", stack::storeCredentialsAgain);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange call) throws IOException {
        String[] parts = call.getRequestURI().getPath().split("/", -1);
        Consumer<String> deed = parts.length == 3 ? deeds.get(parts[1]) : null;
        if (deed == null || !call.getRequestMethod().equals("POST")) {
            answer(call, 404, "POST to one of " + deeds.keySet() + " and what it is done to");
            return;
        }
        try {
            deed.accept(parts[2]);
            call.sendResponseHeaders(204, -1);
            call.close();
        } catch (RuntimeException e) {
            answer(call, 500, e.toString());
        }
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        call.sendResponseHeaders(status, body.length);
        try (call) {
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
