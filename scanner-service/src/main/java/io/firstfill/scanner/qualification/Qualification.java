package io.firstfill.scanner.qualification;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with its reasons.
 *
 * @param rules null when the exchange does not show them
 */
public record Qualification(
        Verdict verdict, List<String> reasons, @Nullable TradingRules rules) {
    /** The verdict on a pair that exchangeInfo has not shown. */
    public static final Qualification UNKNOWN =
            new Qualification(Verdict.UNCERTAIN, List.of("NOT_IN_EXCHANGE_INFO"), null);

    /**
     * The verdict on a pair that trades and is in the exchange's own list of pairs open to API trading: better evidence
     * than flags that are read every ten seconds at best, and cached. The pair's rules are unknown.
     */
    static final Qualification OPEN_TO_API = new Qualification(Verdict.QUALIFIED, List.of("OPEN_TO_API"), null);

    public Qualification {
        reasons = List.copyOf(reasons);
    }

    public boolean isPositive() {
        return verdict == Verdict.QUALIFIED;
    }
}
