package io.firstfill.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait between two looks at another process, which offers nothing to wait on. */
final class Pause {
    private Pause() {}

    static void of(Duration time) throws InterruptedException {
        // Nobody counts down: only the time or an interrupt ends it.
        boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        if (never) {
            throw new IllegalStateException("unreachable");
        }
    }
}
