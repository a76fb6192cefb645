package io.firstfill.control.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A listing as far as its events were read.
 *
 * @param openingTime the one that holds; absent for a surprise
 * @param announcedByHand whether a person's announcement is among the evidence
 * @param terms absent where no person has set any
 */
public record ListingStatus(
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,

        @Schema(description = "The opening that holds: the exchange's own where it states one") @Nullable Instant openingTime,

        boolean announcedByHand,
        @Nullable Terms terms,
        @JsonIgnore boolean opened,
        @JsonIgnore boolean withdrawn) {

    /** The terms in force, with who set them, when and why. */
    public record Terms(ListingTerms terms, Actor changedBy, Instant changedAt, String reason) {}

    static ListingStatus of(ListingAnnounced event) {
        return new ListingStatus(
                event.environment(),
                event.listingId(),
                event.pair(),
                event.openingTime(),
                event.source() == ListingSource.OPERATOR,
                null,
                event.openingTime() == null,
                false);
    }

    ListingStatus opening(Instant time) {
        return with(time, announcedByHand, terms, opened, withdrawn);
    }

    ListingStatus byHand(boolean byHand) {
        return with(openingTime, byHand, terms, opened, withdrawn);
    }

    ListingStatus changed(ListingTermsChanged event) {
        Terms now = new Terms(event.terms(), event.changedBy(), event.meta().occurredAt(), event.reason());
        return with(openingTime, announcedByHand, now, opened, withdrawn);
    }

    ListingStatus hasOpened() {
        return with(openingTime, announcedByHand, terms, true, withdrawn);
    }

    ListingStatus isWithdrawn() {
        return with(openingTime, announcedByHand, terms, opened, true);
    }

    private ListingStatus with(
            @Nullable Instant time, boolean byHand, @Nullable Terms now, boolean open, boolean gone) {
        return new ListingStatus(environment, listingId, pair, time, byHand, now, open, gone);
    }

    /** Returns whether the listing has opened, or its opening has passed. */
    boolean isOver(Instant now) {
        return opened || (openingTime != null && !now.isBefore(openingTime));
    }
}
