package io.firstfill.control.listing;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingTermsChanged;

/** Says whether an earlier command under an idempotency key, or its answer, is of the same request. */
final class SameRequest {
    private SameRequest() {}

    static boolean is(Message earlier, Command command) {
        return switch (command) {
            case AnnounceListing it -> announced(earlier, it);
            case WithdrawListing it -> withdrawn(earlier, it);
            case ChangeListingTerms it -> changed(earlier, it);
            default -> false;
        };
    }

    private static boolean announced(Message earlier, AnnounceListing it) {
        return switch (earlier) {
            case AnnounceListing first ->
                first.pair().equals(it.pair())
                        && first.openingTime().equals(it.openingTime())
                        && first.reason().equals(it.reason());
            case ListingAnnounced done ->
                done.pair().equals(it.pair()) && it.openingTime().equals(done.openingTime());
            default -> false;
        };
    }

    private static boolean withdrawn(Message earlier, WithdrawListing it) {
        return switch (earlier) {
            case WithdrawListing first ->
                first.listingId().equals(it.listingId()) && first.reason().equals(it.reason());
            case ListingEvidenceWithdrawn done -> done.listingId().equals(it.listingId());
            default -> false;
        };
    }

    private static boolean changed(Message earlier, ChangeListingTerms it) {
        return switch (earlier) {
            case ChangeListingTerms first ->
                first.listingId().equals(it.listingId())
                        && first.terms().equals(it.terms())
                        && first.reason().equals(it.reason());
            case ListingTermsChanged done ->
                done.listingId().equals(it.listingId()) && done.terms().equals(it.terms());
            default -> false;
        };
    }
}
