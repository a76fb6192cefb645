package io.firstfill.simulator.rest;

import io.firstfill.simulator.order.Refusal;

/** A call that the exchange refuses before its execution; becomes the error answer. */
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
