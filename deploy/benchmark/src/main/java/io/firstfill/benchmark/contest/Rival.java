package io.firstfill.benchmark.contest;

import io.firstfill.benchmark.time.ClockWait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program that buys announced openings as well as a simple one can: it knows the opening, signs one market order
 * beforehand, keeps ten connections open and writes the same bytes on each, so that they arrive when its plan says: for
 * one listing 4 ms apart, the first at the opening. It writes no more once an answer says that the order was taken. It
 * knows nothing of books or caps.
 */
final class Rival implements AutoCloseable {
    private static final int SENDS = 10;
    /** A parked thread wakes this much late at most times: the rest is waited for in a loop. */
    private static final Duration SPUN = Duration.ofNanos(200_000);

    /** The first on each connection opens it. */
    private static final int MEASURED = 2 * SENDS;

    /** With an attack in the same second the address stays within its 20 requests. */
    private static final Duration BETWEEN_MEASURED = Duration.ofMillis(100);

    private static final int WARM_UPS = 3;
    private static final Duration BETWEEN_WARM_UPS = Duration.ofMillis(1_100);
    private static final String NO_PAIR = "NOPAIRUSDT";

    /** An account of the exchange with its key. */
    record Trader(String key, String secret, String amount) {
        /** The bytes of a request for a market buy. */
        byte[] marketBuy(String host, String symbol, long timestamp) {
            String query = "symbol=" + symbol + "&side=BUY&type=MARKET&quoteOrderQty=" + amount + "&newClientOrderId="
                    + symbol + "&recvWindow=5000&timestamp=" + timestamp;
            return ("POST /api/v3/order?" + query + "&signature=" + signature(query) + " HTTP/1.1\r\nHost: " + host
                            + "\r\nX-MEXC-APIKEY: " + key + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private String signature(String query) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
            }
        }
    }

    private final List<RawConnection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            SENDS, task -> Thread.ofPlatform().daemon().name("rival-", 0).unstarted(task));
    private final Trader trader;
    private final InstantSource clock;
    private Duration oneWay = Duration.ZERO;

    Rival(URI exchange, String exitAddress, Trader trader, InstantSource clock) {
        this.trader = trader;
        this.clock = clock;
        for (int i = 0; i < SENDS; i++) {
            connections.add(new RawConnection(exchange, exitAddress));
        }
    }

    /** Measures the way to the exchange: half of the shortest of some round trips. */
    void measure() {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED; i++) {
            ClockWait.until(clock.instant().plus(BETWEEN_MEASURED), clock);
            long begun = System.nanoTime();
            connections.get(i % SENDS).get("/api/v3/time");
            shortest = Math.min(shortest, System.nanoTime() - begun);
        }
        oneWay = Duration.ofNanos(shortest / 2);
    }

    /** Attacks a pair that does not exist some times, so that its code has run before the first attack that counts. */
    void warmUp() {
        measure();
        for (int i = 0; i < WARM_UPS; i++) {
            attack(NO_PAIR, clock.instant().plus(BETWEEN_WARM_UPS), Collections.nCopies(SENDS, Duration.ZERO));
        }
    }

    /**
     * Buys at an opening; returns when the last answer has come.
     *
     * @param arrivals when its requests arrive, counted from the opening; at most ten
     */
    void attack(String symbol, Instant opening, List<Duration> arrivals) {
        byte[] request = trader.marketBuy(connections.getFirst().host(), symbol, opening.toEpochMilli());
        AtomicBoolean taken = new AtomicBoolean();
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            RawConnection connection = connections.get(i);
            Instant at = opening.minus(oneWay).plus(arrivals.get(i));
            sends.add(CompletableFuture.runAsync(() -> send(connection, request, at, taken), threads));
        }
        CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).join();
    }

    private void send(RawConnection connection, byte[] request, Instant at, AtomicBoolean taken) {
        ClockWait.until(at.minus(SPUN), clock);
        while (clock.instant().isBefore(at)) {
            Thread.onSpinWait();
        }
        if (!taken.get() && connection.exchange(request).status() == 200) {
            taken.set(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.forEach(RawConnection::close);
    }

    /** One kept HTTP connection that leaves from a given address. Not thread-safe. */
    static final class RawConnection implements AutoCloseable {
        private static final int HEAD_LIMIT = 8_192;

        /** The answer of the exchange; status 0 where the connection was lost. */
        record Reply(int status, String body) {}

        private final URI exchange;
        private final String exitAddress;
        private Socket socket = new Socket();

        RawConnection(URI exchange, String exitAddress) {
            this.exchange = exchange;
            this.exitAddress = exitAddress;
        }

        String host() {
            return exchange.getHost() + ":" + exchange.getPort();
        }

        Reply get(String path) {
            return exchange(
                    ("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        Reply exchange(byte[] request) {
            try {
                connected().getOutputStream().write(request);
                String head = head();
                int length = head.lines()
                        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
                byte[] body = socket.getInputStream().readNBytes(length);
                return new Reply(Integer.parseInt(head.substring(9, 12)), new String(body, StandardCharsets.UTF_8));
            } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
                close();
                return new Reply(0, String.valueOf(e.getMessage()));
            }
        }

        private Socket connected() throws IOException {
            if (!socket.isConnected() || socket.isClosed()) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.bind(new InetSocketAddress(exitAddress, 0));
                socket.connect(new InetSocketAddress(exchange.getHost(), exchange.getPort()));
            }
            return socket;
        }

        private String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0 && head.length() < HEAD_LIMIT) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("the exchange has closed the connection");
                }
                head.append((char) next);
            }
            return head.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // a connection that is lost needs no closing
            }
        }
    }
}
