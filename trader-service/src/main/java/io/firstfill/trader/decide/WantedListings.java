package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Glob;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.listing.PendingSignal;
import java.util.Optional;

/**
 * Judges a listing by the filters and switches of a configuration. The scanner has done so when it sent the signal; a
 * configuration that was applied since may refuse what that one accepted.
 */
final class WantedListings {
    private WantedListings() {}

    /** @param verdict empty where no qualification of the listing is known: then the scanner's signal counts */
    static Optional<Refusal> refusal(PendingSignal pending, Configuration configured, Optional<Verdict> verdict) {
        Pair pair = pending.signal().pair();
        SymbolFilter symbols = configured.symbols();
        String base = pair.base().code();
        if (!symbols.quoteAssets().isEmpty() && !symbols.quoteAssets().contains(pair.quote())) {
            return refused("quote=" + pair.quote());
        }
        if (symbols.deny().stream().anyMatch(pattern -> Glob.matches(pattern, base))) {
            return refused("denied base=" + base);
        }
        if (!symbols.allow().isEmpty() && symbols.allow().stream().noneMatch(pattern -> Glob.matches(pattern, base))) {
            return refused("not allowed base=" + base);
        }
        return switches(pending, configured, verdict);
    }

    private static Optional<Refusal> switches(
            PendingSignal pending, Configuration configured, Optional<Verdict> verdict) {
        if (pending.isSurprise() && !configured.safety().buySurprise()) {
            return refused("buySurprise=false");
        }
        if (!pending.isSurprise() && !configured.safety().buyScheduled()) {
            return refused("buyScheduled=false");
        }
        return configured.safety().requireQualified()
                ? verdict.filter(known -> known != Verdict.QUALIFIED).flatMap(known -> refused("verdict=" + known))
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String detail) {
        return Optional.of(Refusal.lasting(DenialReason.NOT_WANTED, detail));
    }
}
