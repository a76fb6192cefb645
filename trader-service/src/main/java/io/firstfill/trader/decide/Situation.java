package io.firstfill.trader.decide;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.PairUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision about one pending signal rests on, at one moment.
 *
 * @param now by the clock that the deadline is counted in
 * @param run with the terms that a person has set for the listing
 * @param leftAlone whether a person has decided that no run buys the listing
 * @param pairUse how another listing of the pair stands in this run
 * @param quarantined a record that could not be processed and waits for a person's acknowledgement
 * @param leaseHeld whether this trader, and no other, may act
 * @param keyTakesPair false where the key's own list lacks the pair and a deployment wants that denied
 * @param amount what is left to spend of the quote amount
 * @param terms empty while a capped buy has no price, or the rules of its pair are not known
 * @param largestPermit the highest limit of the run's usable permits
 * @param verdict of the scanner about the listing; empty while it is not known
 * @param caps the caps that leave the run no permit
 * @param available the free balance less what other buys take of it; empty while it is not known
 * @param permitInTime whether a usable permit covers amount and time
 */
record Situation(
        PendingSignal pending,
        Instant now,
        Optional<Run> run,
        @Nullable TradingState tradingState,
        Optional<RecordPlace> quarantined,
        boolean credentialValid,
        boolean leaseHeld,
        boolean clockTrusted,
        boolean withdrawn,
        boolean leftAlone,
        PairUse pairUse,
        boolean keyTakesPair,
        Optional<TradingRules> rules,
        Optional<Verdict> verdict,
        Amount amount,
        Optional<Terms> terms,
        Optional<Amount> available,
        Optional<Amount> largestPermit,
        boolean permitInTime,
        List<CapReached> caps) {}
