package io.firstfill.ledger.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A notification was not accepted by its receiver. The message holds neither the address nor a key. */
public final class DeliveryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status;
    private final boolean attempted;
    private final Duration retryAfter;

    private DeliveryFailedException(String message, @Nullable Integer status, boolean attempted, Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.attempted = attempted;
        this.retryAfter = retryAfter;
    }

    public static DeliveryFailedException of(String reason) {
        return new DeliveryFailedException(reason, null, true, Duration.ZERO);
    }

    /** The circuit breaker has let no attempt through. */
    public static DeliveryFailedException notAttempted(Duration pause) {
        return new DeliveryFailedException("not asked for a while, because its last calls failed", null, false, pause);
    }

    /** @param retryAfter what the receiver has asked for */
    public static DeliveryFailedException answered(int status, Duration retryAfter) {
        String what = status / 100 == 3 ? "a redirect, which is not followed" : "no acceptance";
        return new DeliveryFailedException("it answers " + status + ", " + what, status, true, retryAfter);
    }

    public @Nullable Integer status() {
        return status;
    }

    public boolean attempted() {
        return attempted;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
