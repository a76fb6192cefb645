package io.firstfill.local.livecheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sends GET requests one after another, a pause apart. A host that has answered 403 or 429 is not asked again: each
 * further answer then has that status and says so.
 */
final class ExchangeClient {
    private static final Set<Integer> REFUSALS = Set.of(403, 429);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** The website's firewall demands a browser's. */
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Duration pause;
    /** The first refusal of each host. */
    private final Map<String, Answer> refused = new HashMap<>();

    ExchangeClient(Duration pause) {
        this.pause = pause;
    }

    Answer get(URI host, String path) {
        Answer refusal = refused.get(host.getAuthority());
        if (refusal != null) {
            return refusal;
        }
        Answer answer = send(host, path);
        if (REFUSALS.contains(answer.status())) {
            String body = "and not asked again; the first answer was " + answer.brief();
            refused.put(host.getAuthority(), new Answer(answer.status(), answer.headers(), body, answer.micros()));
        }
        return answer;
    }

    private Answer send(URI host, String path) {
        pause();
        HttpRequest request = HttpRequest.newBuilder(host.resolve(path))
                .header("User-Agent", BROWSER)
                .header("Accept", "application/json")
                .timeout(TIMEOUT)
                .build();
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), lowerCase(answer.headers().map()), answer.body(), micros(began));
        } catch (IOException e) {
            return new Answer(0, Map.of(), "no answer: " + e, micros(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, Map.of(), "interrupted", micros(began));
        }
    }

    /** A latch that nobody counts down: the wait ends with the pause or an interrupt. */
    private void pause() {
        try {
            boolean countedDown = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (countedDown) {
                throw new IllegalStateException("unreachable");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long micros(long began) {
        return (System.nanoTime() - began) / 1000;
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (a, b) -> a));
    }
}
