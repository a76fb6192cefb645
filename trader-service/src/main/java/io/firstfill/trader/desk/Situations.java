package io.firstfill.trader.desk;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.RunId;
import io.firstfill.trader.listing.Situation;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Rest;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import java.time.Instant;
import java.util.Optional;

/** Gathers what a decision rests on, at this moment. */
final class Situations {
    private final DeskParts desk;
    private final Pricing pricing;

    Situations(DeskParts desk, Pricing pricing) {
        this.desk = desk;
        this.pricing = pricing;
    }

    Situation of(Waiting waiting) {
        DeskState state = desk.state();
        RunId runId = waiting.signal().runId();
        Optional<Run> run = state.runs.find(runId);
        Amount amount = left(waiting);
        boolean surprise = waiting.openingTime() == null;
        return new Situation(
                waiting,
                surprise ? desk.now() : desk.venue().exchangeTime(),
                run,
                state.tradingState(),
                state.credentialValid(),
                desk.mandate().holds(),
                desk.venue().clockTrusted(),
                state.listings.isWithdrawn(waiting.signal().listingId()),
                state.pairTaken(waiting.signal(), desk.now()),
                keyTakes(waiting),
                state.listings.rules(waiting.signal().listingId()),
                amount,
                terms(waiting, amount),
                state.wallet.largest(runId),
                state.wallet.covers(runId, amount, lastUse(waiting)));
    }

    /** Of the quote amount, after all attempts so far; nothing where no run is open. */
    Amount left(Waiting waiting) {
        return desk.state()
                .runs
                .open(waiting.signal().runId())
                .map(run -> new Rest(
                                run.configuration().quoteAmount(),
                                desk.state()
                                        .fills
                                        .spent(run.id(), waiting.signal().listingId()))
                        .amount())
                .orElse(Amount.ZERO);
    }

    /** A permit has to outlast it. */
    Instant lastUse(Waiting waiting) {
        Instant last = waiting.openingTime() == null
                ? waiting.deadline()
                : desk.venue().localTimeOf(waiting.deadline());
        return last.plus(desk.settings().permitReserve());
    }

    private boolean keyTakes(Waiting waiting) {
        return !desk.settings().denyPairsMissingFromKey()
                || desk.state().keyPairs.takes(waiting.signal().pair());
    }

    /** Where no run is open the terms do not matter: that is refused before. */
    private Optional<Terms> terms(Waiting waiting, Amount amount) {
        return desk.state()
                .runs
                .open(waiting.signal().runId())
                .map(run -> pricing.terms(waiting, run.configuration(), amount))
                .orElseGet(() -> Optional.of(new Terms.Market(Amount.ZERO)));
    }
}
