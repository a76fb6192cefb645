package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.trader.order.BuyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers questions about the open orders of one environment. Only the engine's state changes them. */
public interface Orders {
    Optional<BuyState> find(ClientOrderId id);

    /** All orders that have not ended, those handed over to a person included. */
    List<BuyState> all();

    /** The orders that are armed or followed; one handed over to a person is none of them. */
    List<BuyState> inFlight();

    /** The orders of the run that are in flight. */
    List<BuyState> inFlight(RunId run);

    /** Returns how another listing of the signal's pair stands in its run. */
    PairUse use(ListingSignal signal, Instant now);

    /**
     * Returns how many buys open less than a second from this opening, by the exchange's clock; the buy itself
     * included.
     */
    int opensWith(Instant opening);

    /** Whether this exchange takes market orders in the first minute of a pair. */
    FirstMinuteVerdict firstMinute();

    /** How late the openings of this exchange came. */
    OpeningLateness lateness();

    /** Returns whether an armed buy opens before this moment, by the exchange's clock. */
    boolean opensBefore(Instant moment);
}
