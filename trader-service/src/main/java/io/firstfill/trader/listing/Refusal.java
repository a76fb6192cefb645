package io.firstfill.trader.listing;

import io.firstfill.contract.order.reason.DenialReason;

/**
 * Why a buy is not sent, with its numbers.
 *
 * @param passing whether it may be over in a moment
 */
public record Refusal(DenialReason reason, String detail, boolean passing) {
    static Refusal passing(DenialReason reason, String detail) {
        return new Refusal(reason, detail, true);
    }

    public static Refusal lasting(DenialReason reason, String detail) {
        return new Refusal(reason, detail, false);
    }
}
