package io.firstfill.local.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One request and its answer.
 *
 * @param correlationId names the exchange in the answer, in the logs of the gateway and in those of the service
 */
record Exchange(GatewayRules rules, HttpServerRequest request, ClientConnection connection, String correlationId) {
    static final String CORRELATION_ID = "X-Correlation-Id";

    private static final int LONGEST_INSTANCE = 500;
    private static final Set<String> PATH_SIGNS =
            Set.of("/", "!", "$", "&", "'", "(", ")", "*", "+", ",", "=", ":", "@");
    private static final String ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Answers with a problem. A request whose body is still under way ends its connection, because nobody reads it. */
    void refuse(Problem problem) {
        if (hasBody() || request.decoderResult().isFailure()) {
            close(problem);
            return;
        }
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        headers(problem, correlationId, rules).forEach(response::putHeader);
        excludeFromCompression(response.headers());
        response.end(problem.body(instance(), correlationId));
    }

    /** Answers with a problem and ends the connection, whatever of the request is still to come. */
    void close(Problem problem) {
        boolean bodyless = request.method().equals(HttpMethod.HEAD);
        connection.refuse(bytes(problem, instance(), correlationId, rules, bodyless));
    }

    boolean hasBody() {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }

    /**
     * Has the compressor leave an answer alone, by an encoding whose name it removes again. Answers to HEAD and to
     * HTTP/1.0 it never touches, so that the name would remain.
     */
    void excludeFromCompression(MultiMap answerHeaders) {
        if (!request.method().equals(HttpMethod.HEAD) && request.version() == HttpVersion.HTTP_1_1) {
            answerHeaders.set("Content-Encoding", "identity");
        }
    }

    /** The path as the caller sent it, with what no URI may hold replaced; empty when no head could be read. */
    String instance() {
        String uri = request.decoderResult().isFailure() && request.uri().equals("/bad-request") ? "" : request.uri();
        String path = uri.split("\\?", 2)[0];
        return printable(path.length() > LONGEST_INSTANCE ? path.substring(0, LONGEST_INSTANCE) : path);
    }

    /** The whole answer, for a connection that is closed after it. */
    static byte[] bytes(
            Problem problem, String instance, String correlationId, GatewayRules rules, boolean withoutBody) {
        Buffer body = problem.body(instance, correlationId);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(problem.status()));
        Map<String, String> headers = headers(problem, correlationId, rules);
        headers.put("Content-Length", Integer.toString(body.length()));
        headers.put("Connection", "close");
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        Buffer answer = Buffer.buffer(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return (withoutBody ? answer : answer.appendBuffer(body)).getBytes();
    }

    private static Map<String, String> headers(Problem problem, String correlationId, GatewayRules rules) {
        Map<String, String> headers = new LinkedHashMap<>(rules.responseHeaders());
        headers.put("Content-Security-Policy", ANSWER_POLICY);
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        headers.put(CORRELATION_ID, correlationId);
        headers.putAll(problem.headers());
        return headers;
    }

    private static String printable(String path) {
        StringBuilder printable = new StringBuilder(path.length());
        path.codePoints().forEach(sign -> {
            String text = Character.toString(sign);
            if (sign == '%' || (sign < 128 && Character.isLetterOrDigit(sign)) || "-._~".contains(text)) {
                printable.append(text);
            } else if (PATH_SIGNS.contains(text)) {
                printable.append(text);
            } else {
                for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                    printable.append("%%%02X".formatted(octet));
                }
            }
        });
        return printable.toString();
    }
}
