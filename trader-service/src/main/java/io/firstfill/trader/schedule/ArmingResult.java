package io.firstfill.trader.schedule;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.submit.SentRequest;

/** The end of the time between OrderArmed and the opening of one buy; a buy that is disarmed has no result. */
public sealed interface ArmingResult {
    /** The request has left; its answer is still to come. OrderSubmitted is committed. */
    record Fired(Buy buy, SentRequest sent) implements ArmingResult {}

    /** The opening came while nothing could be sent; OrderDenied is committed. */
    record Expired(Buy buy) implements ArmingResult {}
}
