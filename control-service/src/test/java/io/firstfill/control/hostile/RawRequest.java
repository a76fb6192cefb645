package io.firstfill.control.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP request as bytes, because an ordinary client refuses to send what an attacker's client sends.
 *
 * @param bytes the body, one character a byte
 */
record RawRequest(String method, String target, Map<String, String> headers, String bytes) {
    /** What came back. */
    record Reply(int status, Map<String, String> headers, String body) {
        boolean isProblem() {
            return headers.getOrDefault("content-type", "").startsWith("application/problem+json");
        }
    }

    static String utf8(String body) {
        return new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    RawRequest with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new RawRequest(method, target, all, bytes);
    }

    Reply send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(encoded());
            return reply(socket.getInputStream().readAllBytes());
        }
    }

    private byte[] encoded() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Connection: close\r\n");
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(bytes.length()).append("\r\n");
        }
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        sent.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return sent.toByteArray();
    }

    private static Reply reply(byte[] received) {
        String text = new String(received, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, Math.max(0, end)).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": *", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
        }
        String[] first = lines[0].split(" ", -1);
        int status = first.length > 1 ? Integer.parseInt(first[1]) : 0;
        return new Reply(status, headers, end < 0 ? "" : text.substring(end + 4));
    }
}
