package io.firstfill.trader.decide;

import io.firstfill.contract.order.reason.DenialReason;

/**
 * Why a listing is not bought, with the numbers of the reason.
 *
 * @param passing whether the reason may be gone in a moment
 */
public record Refusal(DenialReason reason, String detail, boolean passing) {
    static Refusal passing(DenialReason reason, String detail) {
        return new Refusal(reason, detail, true);
    }

    public static Refusal lasting(DenialReason reason, String detail) {
        return new Refusal(reason, detail, false);
    }
}
