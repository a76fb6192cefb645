package io.firstfill.scanner.filter;

import static io.firstfill.contract.listing.SkipReason.DENIED_PATTERN;
import static io.firstfill.contract.listing.SkipReason.NOT_ALLOWED;
import static io.firstfill.contract.listing.SkipReason.NOT_QUALIFIED;
import static io.firstfill.contract.listing.SkipReason.OPENED_WHILE_BLIND;
import static io.firstfill.contract.listing.SkipReason.QUOTE_ASSET;
import static io.firstfill.contract.listing.SkipReason.SCHEDULED_OFF;
import static io.firstfill.contract.listing.SkipReason.SURPRISE_OFF;
import static io.firstfill.contract.listing.SkipReason.TOO_OLD;

import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.listing.Opened;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run asks of a listing, in order; the first that is not fine is the answer. */
final class ListingFilters {
    private final List<ListingFilter> policies;

    /** @param cutoff how long before the opening an open question becomes a no, so that the trader can still arm */
    ListingFilters(Duration cutoff) {
        policies = List.of(
                ListingFilters::quoteAsset,
                ListingFilters::denied,
                ListingFilters::allowed,
                ListingFilters::switches,
                ListingFilters::blind,
                ListingFilters::age,
                candidate -> qualified(candidate, cutoff));
    }

    FilterResult of(Candidate candidate) {
        return policies.stream()
                .map(policy -> policy.of(candidate))
                .filter(opinion -> !(opinion instanceof FilterResult.Fine))
                .findFirst()
                .orElse(FilterResult.FINE);
    }

    private static FilterResult quoteAsset(Candidate candidate) {
        Set<Asset> wanted = candidate.configuration().symbols().quoteAssets();
        Asset quote = candidate.listing().pair().quote();
        return wanted.isEmpty() || wanted.contains(quote)
                ? FilterResult.FINE
                : new FilterResult.Refused(QUOTE_ASSET, "quote=" + quote);
    }

    private static FilterResult denied(Candidate candidate) {
        return match(candidate.configuration().symbols().deny(), candidate)
                .<FilterResult>map(pattern -> new FilterResult.Refused(DENIED_PATTERN, "pattern=" + pattern))
                .orElse(FilterResult.FINE);
    }

    private static FilterResult allowed(Candidate candidate) {
        List<String> allow = candidate.configuration().symbols().allow();
        return allow.isEmpty() || match(allow, candidate).isPresent()
                ? FilterResult.FINE
                : new FilterResult.Refused(NOT_ALLOWED, "base=" + candidate.base());
    }

    private static FilterResult switches(Candidate candidate) {
        if (candidate.isSurprise()) {
            return candidate.configuration().safety().buySurprise()
                    ? FilterResult.FINE
                    : new FilterResult.Refused(
                            SURPRISE_OFF,
                            "source=" + candidate.listing().origin().source());
        }
        return candidate.configuration().safety().buyScheduled()
                ? FilterResult.FINE
                : new FilterResult.Refused(SCHEDULED_OFF, "opening=" + candidate.start());
    }

    private static FilterResult blind(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        return candidate.isSurprise()
                        && candidate.listing() instanceof Opened opened
                        && opened.unseenFor().compareTo(limit) > 0
                ? new FilterResult.Refused(OPENED_WHILE_BLIND, "gap=" + opened.unseenFor() + " limit=" + limit)
                : FilterResult.FINE;
    }

    private static FilterResult age(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        boolean old = candidate.age().compareTo(limit) > 0 || candidate.now().isAfter(candidate.deadline());
        return old ? new FilterResult.Refused(TOO_OLD, "age=" + candidate.age() + " limit=" + limit) : FilterResult.FINE;
    }

    /** The exchange may show a pair, or its order types, only shortly before the opening: the answer can wait till then. */
    private static FilterResult qualified(Candidate candidate, Duration cutoff) {
        if (!candidate.configuration().safety().requireQualified()
                || candidate.qualification().isPositive()) {
            return FilterResult.FINE;
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
