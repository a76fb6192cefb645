package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts a draft into the terms of a listing, or into the list of all its violations. */
public final class ListingTermsValidator {
    private ListingTermsValidator() {}

    /** Terms, or the violations of their draft. */
    public sealed interface Result {
        record Valid(ListingTerms terms) implements Result {}

        record Invalid(List<Violation> violations) implements Result {}
    }

    /**
     * Reads a draft.
     *
     * @param caps the amounts that one buy must not exceed
     * @param running the configuration of the environment's run; empty while no run is active
     */
    public static Result validate(ListingTermsDraft draft, Collection<Amount> caps, Optional<Configuration> running) {
        DraftReader reader = new DraftReader();
        Amount amount = draft.quoteAmount() == null ? null : amount(reader, draft.quoteAmount(), caps);
        OrderStyle style = draft.orderStyle() == null ? null : reader.style("orderStyle", draft.orderStyle());
        Ratio premium = premium(reader, draft.maxPremium());
        OrderStyle effective =
                style == null ? running.map(Configuration::orderStyle).orElse(null) : style;
        boolean read = reader.violations().stream()
                .allMatch(violation -> violation.field().equals("quoteAmount"));
        if (read && premium != null && effective == OrderStyle.MARKET) {
            reader.refuse("maxPremium", ConfigurationRules.NO_MEANING);
        }
        ListingTerms terms = new ListingTerms(amount, style, premium, Boolean.TRUE.equals(draft.leaveAlone()));
        return reader.violations().isEmpty() ? new Result.Valid(terms) : new Result.Invalid(reader.violations());
    }

    private static Amount amount(DraftReader reader, String text, Collection<Amount> caps) {
        int before = reader.violations().size();
        Amount amount = reader.amount("quoteAmount", text);
        Amount most = caps.stream()
                .filter(cap -> ConfigurationLimits.AMOUNT.exceeds(cap))
                .min(Amount::compareTo)
                .orElse(ConfigurationLimits.AMOUNT);
        boolean read = reader.violations().size() == before;
        if (read && (!amount.exceeds(Amount.ZERO) || amount.exceeds(most))) {
            reader.refuse("quoteAmount", "must be more than 0 and at most " + most + ", the lowest cap on one buy");
        }
        return amount;
    }

    private static @Nullable Ratio premium(DraftReader reader, @Nullable String text) {
        Ratio premium = reader.ratio("maxPremium", text);
        if (premium != null && premium.value().compareTo(ConfigurationLimits.PREMIUM) > 0) {
            reader.refuse("maxPremium", "must be from 0 to " + ConfigurationLimits.PREMIUM + "; 0.3 is 30 %");
        }
        return premium;
    }
}
