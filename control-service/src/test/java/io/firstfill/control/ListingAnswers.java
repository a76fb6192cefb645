package io.firstfill.control;

import static io.firstfill.control.AnswerMessages.caused;
import static io.firstfill.control.AnswerMessages.first;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.List;

/** The messages with which a scanner answers a command. */
public final class ListingAnswers {
    private ListingAnswers() {}

    /** The answer of a scanner that does not know the listing. */
    public static List<Message> announced(AnnounceListing it) {
        return List.of(new ListingAnnounced(
                caused(it, "announced"),
                it.environment(),
                ListingId.derivedFrom(it.pair(), it.openingTime()),
                it.pair(),
                it.openingTime(),
                ListingSource.OPERATOR,
                Instant.now(),
                null,
                null,
                it.issuedBy(),
                it.reason()));
    }

    /** The answer of a scanner that knows the listing by this announcement alone. */
    public static List<Message> withdrawn(WithdrawListing it) {
        Pair pair = Pair.of("BACK/USDT");
        return List.of(
                new ListingEvidenceWithdrawn(
                        caused(it, "evidence withdrawn"),
                        it.environment(),
                        it.listingId(),
                        pair,
                        ListingSource.OPERATOR,
                        it.issuedBy(),
                        it.reason()),
                new ListingWithdrawn(first(), it.environment(), it.listingId(), pair, ListingSource.OPERATOR));
    }

    public static List<Message> termsChanged(ChangeListingTerms it) {
        return List.of(new ListingTermsChanged(
                caused(it, "changed"),
                it.environment(),
                it.listingId(),
                Pair.of("TERMS/USDT"),
                it.terms(),
                it.issuedBy(),
                it.reason()));
    }
}
