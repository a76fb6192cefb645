package io.firstfill.control.listing;

import io.firstfill.control.configuration.Violation;
import java.util.List;

/** The outcome of a person's command about a listing. */
public sealed interface ListingOutcome {
    /** In force, as the scanner has confirmed. */
    record Done(ListingStatus listing) implements ListingOutcome {}

    /** The request breaks rules. */
    record Invalid(List<Violation> violations) implements ListingOutcome {}

    /** No such listing, or another one of its pair was announced since. */
    record Unknown() implements ListingOutcome {}

    /** The listing has opened. */
    record Opened() implements ListingOutcome {}

    /** No source states the listing any more. */
    record Withdrawn() implements ListingOutcome {}

    /** No person has announced the listing. */
    record NotByHand() implements ListingOutcome {}

    /** The exchange shows that the pair trades, or the opening was past when the scanner read the command. */
    record Trading() implements ListingOutcome {}

    /** Not every service of this deployment knows the command yet. */
    record NotYetKnown() implements ListingOutcome {}

    /** The command is recorded; no scanner has answered before the deadline. */
    record NoAnswer() implements ListingOutcome {}

    /** The broker has not confirmed the command before the deadline. */
    record NotAcknowledged() implements ListingOutcome {}

    record NotSent() implements ListingOutcome {}

    record KeyReused() implements ListingOutcome {}
}
