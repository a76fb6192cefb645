package io.firstfill.scanner.want;

import io.firstfill.contract.listing.SkipReason;

/** What one policy says of a listing. */
sealed interface Opinion {
    Opinion FINE = new Fine();

    record Fine() implements Opinion {}

    /** Too early to say: asked again with every answer until it is too late. */
    record Undecided() implements Opinion {}

    /** @param detail the numbers behind the reason */
    record Refused(SkipReason reason, String detail) implements Opinion {}
}
