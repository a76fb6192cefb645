package io.firstfill.trader.listing;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingTermsChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that persons have set for listings. "Leave it alone" holds from the moment its command is read, whether the
 * scanner is alive or not; everything else holds from the scanner's ListingTermsChanged on. A listing that was left
 * alone is wanted again only after a ListingTermsChanged that a later command has caused.
 *
 * <p>The commands of one environment are in one partition, so that the order of reading them is their order. Commands
 * and changes are on different topics and may be read in any order between the two, on replay as well. What was said
 * after the opening of a listing changes nothing: the times of messages are compared with the opening, not the time of
 * reading them. Confined to the event loop.
 */
final class OperatorTerms {
    /** Of one listing; a person makes a few. */
    private static final int MOST_CHANGES = 16;

    private record Known(ListingTerms terms, Instant at) {}

    /** @param number of the command, in the order of reading */
    private record LeftAlone(int number, Instant at) {}

    /** The number of each command that was read, in order. */
    private final Map<MessageId, Integer> numbers = new HashMap<>();
    /** The commands that have caused a change and have not been read. */
    private final Set<MessageId> causes = new HashSet<>();
    /** The changes that were read: one comes back when a second scanner publishes it, too. */
    private final Set<MessageId> changes = new HashSet<>();

    /** The terms of each listing in the order of reading: a change that came after the opening leaves those before. */
    private final Map<ListingId, List<Known>> terms = new HashMap<>();
    /** The last command to leave each listing alone, until a later command has caused a change. */
    private final Map<ListingId, LeftAlone> leftAlone = new HashMap<>();

    /** A command read twice changes nothing. */
    void commanded(ChangeListingTerms command) {
        MessageId id = command.meta().id();
        int number = numbers.size() + 1;
        if (numbers.putIfAbsent(id, number) != null) {
            return;
        }
        if (command.terms().leaveAlone()) {
            leftAlone.put(
                    command.listingId(), new LeftAlone(number, command.meta().occurredAt()));
        }
        if (causes.remove(id)) {
            answered(command.listingId(), number);
        }
    }

    void changed(ListingTermsChanged change) {
        if (!changes.add(change.meta().id())) {
            return;
        }
        List<Known> known = terms.computeIfAbsent(change.listingId(), listing -> new ArrayList<>());
        known.add(new Known(change.terms(), change.meta().occurredAt()));
        if (known.size() > MOST_CHANGES) {
            known.removeFirst();
        }
        MessageId cause = change.meta().causationId();
        Integer number = cause == null ? null : numbers.get(cause);
        if (number != null) {
            answered(change.listingId(), number);
        } else if (cause != null) {
            causes.add(cause);
        }
    }

    /** A command still holds after the change it has caused itself: only a later one overrules it. */
    private void answered(ListingId listing, int number) {
        leftAlone.computeIfPresent(listing, (id, last) -> last.number() < number ? null : last);
    }

    /**
     * Returns the terms that hold for a listing; empty where a person has set none before its opening.
     *
     * @param opening null for a surprise
     */
    Optional<ListingTerms> of(ListingId listing, @Nullable Instant opening) {
        return terms.getOrDefault(listing, List.of()).reversed().stream()
                .filter(known -> isBefore(known.at(), opening))
                .findFirst()
                .map(Known::terms);
    }

    /** Returns whether no run buys the listing. */
    boolean leavesAlone(ListingId listing, @Nullable Instant opening) {
        LeftAlone commanded = leftAlone.get(listing);
        return (commanded != null && isBefore(commanded.at(), opening))
                || of(listing, opening).filter(ListingTerms::leaveAlone).isPresent();
    }

    private static boolean isBefore(Instant at, @Nullable Instant opening) {
        return opening == null || at.isBefore(opening);
    }

    /** Drops the terms set before a time, of listings that no signal waits for. */
    void forget(Instant horizon, Set<ListingId> wanted) {
        terms.entrySet()
                .removeIf(one -> one.getValue().getLast().at().isBefore(horizon) && !wanted.contains(one.getKey()));
        leftAlone.entrySet().removeIf(one -> one.getValue().at().isBefore(horizon) && !wanted.contains(one.getKey()));
    }
}
