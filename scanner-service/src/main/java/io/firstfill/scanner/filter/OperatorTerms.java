package io.firstfill.scanner.filter;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms that persons have set for listings of one environment. Terms are set before the opening. They outlast a
 * withdrawal: when a feed drops a listing and states it again, the new listing of the pair has the terms of the one
 * before, so that a pair that was left alone stays left alone. Not thread-safe.
 */
public final class OperatorTerms {
    /** As long as the topic of the listings keeps its records: a restarted scanner knows no older terms either. */
    private static final Duration KEPT = Duration.ofDays(14);

    private static final ListingTerms NONE = new ListingTerms(null, null, null, false);

    private final EnvironmentId environment;
    /** The last terms of each pair. They hold for their listing after its opening, too: it may be judged again. */
    private final Map<Pair, ListingTermsChanged> latest = new HashMap<>();

    /** The listings that have opened: no later listing of their pair has their terms. */
    private final Set<ListingId> opened = new HashSet<>();

    private final Set<MessageId> applied = new HashSet<>();

    public OperatorTerms(EnvironmentId environment) {
        this.environment = environment;
    }

    /** Applies an event once: it comes back over the topic, perhaps after later terms. */
    public void apply(ListingEvent event) {
        switch (event) {
            case ListingTermsChanged changed
            when applied.add(changed.meta().id()) -> latest.put(changed.pair(), changed);
            case TradingOpened opening -> opened.add(opening.listingId());
            default -> {
                // changes no terms
            }
        }
    }

    /**
     * Takes a person's command; empty where the listing is unknown, or the command was given when it had opened
     * already. The event returned is not applied yet.
     */
    public Optional<ListingEvent> commanded(ChangeListingTerms command, Collection<Listing> listings, Instant now) {
        return listings.stream()
                .filter(listing -> listing.id().equals(command.listingId()))
                .filter(listing -> isBeforeOpening(listing, command.meta().occurredAt()))
                .findFirst()
                .map(listing ->
                        changed(command.meta(), listing, command.terms(), command.issuedBy(), command.reason(), now));
    }

    private static boolean isBeforeOpening(Listing listing, Instant at) {
        Instant opening = listing.opening();
        return !(listing instanceof Withdrawn) && opening != null && at.isBefore(opening);
    }

    /**
     * Returns the terms that a new listing takes over from the one before, if that was withdrawn with terms. The event
     * returned is not applied yet.
     */
    public Optional<ListingEvent> inherited(Listing listing, Instant now) {
        ListingTermsChanged last = latest.get(listing.pair());
        if (last == null
                || last.terms().equals(NONE)
                || last.listingId().equals(listing.id())
                || opened.contains(last.listingId())
                || listing instanceof Withdrawn
                || last.meta().occurredAt().plus(KEPT).isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(changed(last.meta(), listing, last.terms(), last.changedBy(), last.reason(), now));
    }

    /** The id is derived, so that a command that is read twice, or by two scanners, is answered by one event. */
    private ListingTermsChanged changed(
            Meta cause, Listing listing, ListingTerms terms, Actor by, String reason, Instant now) {
        MessageId id = MessageId.derivedFrom("ListingTermsChanged", cause.id(), listing.id());
        return new ListingTermsChanged(
                cause.next(id, now), environment, listing.id(), listing.pair(), terms, by, reason);
    }

    /** Returns whether a person has decided that no run buys the listing. */
    boolean leavesAlone(Listing listing) {
        ListingTermsChanged last = latest.get(listing.pair());
        return last != null
                && last.listingId().equals(listing.id())
                && last.terms().leaveAlone();
    }
}
