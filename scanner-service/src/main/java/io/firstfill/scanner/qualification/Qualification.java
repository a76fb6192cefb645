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
    /** Nothing asked yet, nothing known. */
    public static final Qualification UNKNOWN =
            new Qualification(Verdict.UNCERTAIN, List.of("NOT_IN_EXCHANGE_INFO"), null);

    /**
     * It trades, and stands in the exchange's own list of what may be traded by API: better evidence than flags that are
     * asked for every ten seconds at best, and cached. Nothing is known of its rules.
     */
    static final Qualification OPEN_TO_API = new Qualification(Verdict.QUALIFIED, List.of("OPEN_TO_API"), null);

    public Qualification {
        reasons = List.copyOf(reasons);
    }

    public boolean isPositive() {
        return verdict == Verdict.QUALIFIED;
    }
}
