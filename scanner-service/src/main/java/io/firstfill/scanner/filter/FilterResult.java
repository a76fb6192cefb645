package io.firstfill.scanner.filter;

import io.firstfill.contract.listing.SkipReason;

/** What one policy says of a listing. */
sealed interface FilterResult {
    FilterResult FINE = new Fine();

    record Fine() implements FilterResult {}

    /** Too early to say: asked again with every answer until it is too late. */
    record Undecided() implements FilterResult {}

    /** @param detail the numbers behind the reason */
    record Refused(SkipReason reason, String detail) implements FilterResult {}
}
