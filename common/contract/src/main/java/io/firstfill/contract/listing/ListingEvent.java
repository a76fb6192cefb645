package io.firstfill.contract.listing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;

/** An observation of the scanner about a listing, or its decision about one for a run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ListingAnnounced.class),
    @JsonSubTypes.Type(ListingRescheduled.class),
    @JsonSubTypes.Type(ListingWithdrawn.class),
    @JsonSubTypes.Type(ListingQualified.class),
    @JsonSubTypes.Type(TradingOpened.class),
    @JsonSubTypes.Type(ListingSignal.class),
    @JsonSubTypes.Type(ListingSkipped.class),
    @JsonSubTypes.Type(ListingTermsChanged.class),
    @JsonSubTypes.Type(ListingEvidenceWithdrawn.class)
})
public sealed interface ListingEvent extends Message
        permits ListingAnnounced,
                ListingRescheduled,
                ListingWithdrawn,
                ListingQualified,
                TradingOpened,
                ListingSignal,
                ListingSkipped,
                ListingTermsChanged,
                ListingEvidenceWithdrawn {
    ListingId listingId();

    Pair pair();
}
