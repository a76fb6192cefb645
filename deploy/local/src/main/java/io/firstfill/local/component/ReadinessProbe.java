package io.firstfill.local.component;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Polls whether a component is ready. */
public final class ReadinessProbe {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(150);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private ReadinessProbe() {}

    /** Whether a GET is answered with 200 within 3 s. */
    public static boolean isOk(URI uri) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // The component does not listen yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Polls until {@code ready} or {@code givenUp} holds; returns false when {@code givenUp} held first. */
    public static boolean until(BooleanSupplier ready, BooleanSupplier givenUp) throws InterruptedException {
        while (!ready.getAsBoolean()) {
            if (givenUp.getAsBoolean()) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Waits between two polls: another process offers nothing to wait on. */
    private static void pause() throws InterruptedException {
        // The latch is never counted down: the wait ends with the interval or an interrupt.
        boolean countedDown = new CountDownLatch(1).await(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        if (countedDown) {
            throw new IllegalStateException("unreachable");
        }
    }
}
