package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Refusal;

/** A parameter that cannot be read; becomes the error answer. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
