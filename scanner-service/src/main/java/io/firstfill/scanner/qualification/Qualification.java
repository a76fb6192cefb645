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

    public Qualification {
        reasons = List.copyOf(reasons);
    }

    public boolean isPositive() {
        return verdict == Verdict.QUALIFIED;
    }
}
