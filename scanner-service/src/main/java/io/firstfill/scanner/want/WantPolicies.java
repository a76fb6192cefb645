package io.firstfill.scanner.want;

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
final class WantPolicies {
    private final List<WantPolicy> policies;

    /** @param cutoff how long before the opening an open question becomes a no, so that the trader can still arm */
    WantPolicies(Duration cutoff) {
        policies = List.of(
                WantPolicies::quoteAsset,
                WantPolicies::denied,
                WantPolicies::allowed,
                WantPolicies::switches,
                WantPolicies::blind,
                WantPolicies::age,
                candidate -> qualified(candidate, cutoff));
    }

    Opinion of(Candidate candidate) {
        return policies.stream()
                .map(policy -> policy.of(candidate))
                .filter(opinion -> !(opinion instanceof Opinion.Fine))
                .findFirst()
                .orElse(Opinion.FINE);
    }

    private static Opinion quoteAsset(Candidate candidate) {
        Set<Asset> wanted = candidate.configuration().symbols().quoteAssets();
        Asset quote = candidate.listing().pair().quote();
        return wanted.isEmpty() || wanted.contains(quote)
                ? Opinion.FINE
                : new Opinion.Refused(QUOTE_ASSET, "quote=" + quote);
    }

    private static Opinion denied(Candidate candidate) {
        return match(candidate.configuration().symbols().deny(), candidate)
                .<Opinion>map(pattern -> new Opinion.Refused(DENIED_PATTERN, "pattern=" + pattern))
                .orElse(Opinion.FINE);
    }

    private static Opinion allowed(Candidate candidate) {
        List<String> allow = candidate.configuration().symbols().allow();
        return allow.isEmpty() || match(allow, candidate).isPresent()
                ? Opinion.FINE
                : new Opinion.Refused(NOT_ALLOWED, "base=" + candidate.base());
    }

    private static Opinion switches(Candidate candidate) {
        if (candidate.isSurprise()) {
            return candidate.configuration().safety().buySurprise()
                    ? Opinion.FINE
                    : new Opinion.Refused(
                            SURPRISE_OFF,
                            "source=" + candidate.listing().origin().source());
        }
        return candidate.configuration().safety().buyScheduled()
                ? Opinion.FINE
                : new Opinion.Refused(SCHEDULED_OFF, "opening=" + candidate.start());
    }

    private static Opinion blind(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        return candidate.isSurprise()
                        && candidate.listing() instanceof Opened opened
                        && opened.unseenFor().compareTo(limit) > 0
                ? new Opinion.Refused(OPENED_WHILE_BLIND, "gap=" + opened.unseenFor() + " limit=" + limit)
                : Opinion.FINE;
    }

    private static Opinion age(Candidate candidate) {
        Duration limit = candidate.configuration().signalMaxAge();
        boolean old = candidate.age().compareTo(limit) > 0 || candidate.now().isAfter(candidate.deadline());
        return old ? new Opinion.Refused(TOO_OLD, "age=" + candidate.age() + " limit=" + limit) : Opinion.FINE;
    }

    /** The exchange may show a pair, or its order types, only shortly before the opening: the answer can wait till then. */
    private static Opinion qualified(Candidate candidate, Duration cutoff) {
        if (!candidate.configuration().safety().requireQualified()
                || candidate.qualification().isPositive()) {
            return Opinion.FINE;
        }
        boolean canWait = candidate.isSurprise()
                ? candidate.now().isBefore(candidate.deadline())
                : candidate.now().isBefore(candidate.start().minus(cutoff));
        return canWait ? new Opinion.Undecided() : new Opinion.Refused(NOT_QUALIFIED, detail(candidate));
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
