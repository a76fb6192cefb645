package io.firstfill.scanner.filter;

import static io.firstfill.contract.listing.SkipReason.DENIED_PATTERN;
import static io.firstfill.contract.listing.SkipReason.LEFT_ALONE;
import static io.firstfill.contract.listing.SkipReason.NOT_ALLOWED;
import static io.firstfill.contract.listing.SkipReason.NOT_CONFIRMED;
import static io.firstfill.contract.listing.SkipReason.NOT_QUALIFIED;
import static io.firstfill.contract.listing.SkipReason.OPENED_WHILE_BLIND;
import static io.firstfill.contract.listing.SkipReason.QUOTE_ASSET;
import static io.firstfill.contract.listing.SkipReason.SCHEDULED_OFF;
import static io.firstfill.contract.listing.SkipReason.SURPRISE_OFF;
import static io.firstfill.contract.listing.SkipReason.TOO_OLD;

import io.firstfill.contract.configuration.Glob;
import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.listing.Opened;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The filters in their order. The first result other than passed is the answer. */
final class ListingFilters {
    private final List<ListingFilter> filters;

    /** @param cutoff how long before the opening an open question becomes a no, so that the trader can still arm */
    ListingFilters(Duration cutoff) {
        filters = List.of(
                ListingFilters::quoteAsset,
                ListingFilters::denied,
                ListingFilters::allowed,
                ListingFilters::switches,
                ListingFilters::confirmed,
                ListingFilters::openedUnobserved,
                ListingFilters::age,
                ListingFilters::leftAlone,
                candidate -> qualified(candidate, cutoff));
    }

    FilterResult apply(Candidate candidate) {
        return filters.stream()
                .map(filter -> filter.apply(candidate))
                .filter(result -> !(result instanceof FilterResult.Passed))
                .findFirst()
                .orElse(FilterResult.PASSED);
    }

    private static FilterResult quoteAsset(Candidate candidate) {
        Set<Asset> quotes = candidate.configuration().symbols().quoteAssets();
        Asset quote = candidate.listing().pair().quote();
        return quotes.isEmpty() || quotes.contains(quote)
                ? FilterResult.PASSED
                : new FilterResult.Refused(QUOTE_ASSET, "quote=" + quote);
    }

    private static FilterResult denied(Candidate candidate) {
        return match(candidate.configuration().symbols().deny(), candidate)
                .<FilterResult>map(pattern -> new FilterResult.Refused(DENIED_PATTERN, "pattern=" + pattern))
                .orElse(FilterResult.PASSED);
    }

    private static FilterResult allowed(Candidate candidate) {
        List<String> allow = candidate.configuration().symbols().allow();
        return allow.isEmpty() || match(allow, candidate).isPresent()
                ? FilterResult.PASSED
                : new FilterResult.Refused(NOT_ALLOWED, "base=" + candidate.base());
    }

    private static FilterResult switches(Candidate candidate) {
        if (candidate.isSurprise()) {
            return candidate.configuration().safety().buySurprise()
                    ? FilterResult.PASSED
                    : new FilterResult.Refused(
                            SURPRISE_OFF,
                            "source=" + candidate.listing().origin().source());
        }
        return candidate.configuration().safety().buyScheduled()
                ? FilterResult.PASSED
                : new FilterResult.Refused(SCHEDULED_OFF, "opening=" + candidate.start());
    }

    private static FilterResult openedUnobserved(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        Duration gap = candidate.unobservedFor();
        return candidate.isSurprise() && gap.compareTo(limit) > 0
                ? new FilterResult.Refused(OPENED_WHILE_BLIND, "gap=" + gap + " limit=" + limit)
                : FilterResult.PASSED;
    }

    private static FilterResult confirmed(Candidate candidate) {
        return candidate.listing() instanceof Opened opened && !opened.confirmed()
                ? new FilterResult.Refused(
                        NOT_CONFIRMED, "source=" + opened.origin().source())
                : FilterResult.PASSED;
    }

    private static FilterResult age(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        boolean old = candidate.age().compareTo(limit) > 0 || candidate.now().isAfter(candidate.deadline());
        return old
                ? new FilterResult.Refused(TOO_OLD, "age=" + candidate.age() + " limit=" + limit)
                : FilterResult.PASSED;
    }

    private static FilterResult leftAlone(Candidate candidate) {
        return candidate.leftAlone()
                ? new FilterResult.Refused(LEFT_ALONE, "by a person's decision")
                : FilterResult.PASSED;
    }

    /**
     * Demands a positive verdict. The exchange may show a pair, or its order types, only shortly before the opening:
     * the answer can wait until then.
     */
    private static FilterResult qualified(Candidate candidate, Duration cutoff) {
        if (!candidate.configuration().safety().requireQualified()
                || candidate.qualification().isPositive()) {
            return FilterResult.PASSED;
        }
        boolean canWait = candidate.isSurprise()
                ? candidate.now().isBefore(candidate.deadline())
                : candidate.now().isBefore(candidate.start().minus(cutoff));
        return canWait ? new FilterResult.Undecided() : new FilterResult.Refused(NOT_QUALIFIED, detail(candidate));
    }

    private static String detail(Candidate candidate) {
        return candidate.qualification().verdict() + " "
                + String.join(",", candidate.qualification().reasons());
    }

    private static Optional<String> match(List<String> patterns, Candidate candidate) {
        return patterns.stream()
                .filter(pattern -> Glob.matches(pattern, candidate.base()))
                .findFirst();
    }
}
