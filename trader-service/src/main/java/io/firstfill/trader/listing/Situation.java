package io.firstfill.trader.listing;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision to buy rests on, at one moment.
 *
 * @param now by the clock the deadline is counted in
 * @param pairTaken whether another listing of the pair is being bought in this run, or was sent within a day
 * @param mandated whether this trader, and no other, may act
 * @param keyTakesPair false where the key's own list lacks the pair and that is to be a denial
 * @param amount what is left to spend
 * @param terms empty while a capped buy has no price, or the rules of its pair are not known
 * @param largestPermit of those usable in this run
 * @param permitInTime whether one covers amount and time
 */
public record Situation(
        Waiting waiting,
        Instant now,
        Optional<Run> run,
        @Nullable TradingState tradingState,
        boolean credentialValid,
        boolean mandated,
        boolean clockTrusted,
        boolean withdrawn,
        boolean pairTaken,
        boolean keyTakesPair,
        Optional<TradingRules> rules,
        Amount amount,
        Optional<Terms> terms,
        Optional<Amount> largestPermit,
        boolean permitInTime) {}
