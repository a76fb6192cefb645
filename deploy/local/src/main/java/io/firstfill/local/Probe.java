package io.firstfill.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks until the answer is yes. */
final class Probe {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Probe() {}

    static boolean answers(URI uri) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Polls until {@code ready} or {@code givenUp} holds; false when it gave up. */
    static boolean until(BooleanSupplier ready, BooleanSupplier givenUp) throws InterruptedException {
        while (!ready.getAsBoolean()) {
            if (givenUp.getAsBoolean()) {
                return false;
            }
            Pause.of(PAUSE);
        }
        return true;
    }
}
