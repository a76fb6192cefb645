package io.firstfill.local.livecheck;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Facts about the connection, the clock and the headers. */
final class ConnectionChecks {
    private ConnectionChecks() {}

    /**
     * @param times several answers of {@code /api/v3/time}
     * @param now by this machine's clock, after the last of them
     */
    static List<Finding> of(Answer ping, List<Answer> times, Instant now) {
        Answer last = times.getLast();
        Object server = last.object().getValue("serverTime");
        long offset = server instanceof Number millis ? millis.longValue() - now.toEpochMilli() : Long.MAX_VALUE;
        long median = times.stream().map(Answer::micros).sorted().toList().get(times.size() / 2);
        Map<String, List<String>> headers = last.headers();
        List<String> counters = headers.keySet().stream()
                .filter(name -> name.contains("weight") || name.contains("ratelimit"))
                .sorted()
                .toList();
        return List.of(
                Finding.judged(
                        "ping",
                        "HTTP 200 {} [doc]",
                        ping.brief(),
                        () -> ping.status() == 200
                                && ping.isJson()
                                && ping.object().isEmpty()),
                Finding.of(
                        "server time",
                        "a number of milliseconds, within a second of this machine's clock [doc]",
                        server + ", " + (offset == Long.MAX_VALUE ? "no number" : offset + " ms from ours"),
                        Math.abs(offset) < 1_000),
                Finding.of(
                        "round trip of /time",
                        "at most 50 ms from Tokyo or Singapore [unknown]",
                        "median " + median / 1000 + " ms of " + times.size(),
                        median <= 50_000),
                Finding.of(
                        "request counter",
                        "no header counts what was used [real response]",
                        counters.isEmpty() ? "none" : counters,
                        counters.isEmpty()),
                front(headers));
    }

    private static Finding front(Map<String, List<String>> headers) {
        String assumed = "Akamai stands in front [real response, 2022]";
        String text = headers.toString();
        boolean akamai = text.toLowerCase(Locale.ROOT).contains("akamai") || text.contains("edge; dur");
        String server = String.join(",", headers.getOrDefault("server", List.of("no server header")));
        return akamai
                ? Finding.of("what stands in front", assumed, server, true)
                : Finding.notSeen("what stands in front", assumed, "no header of Akamai; " + server);
    }
}
