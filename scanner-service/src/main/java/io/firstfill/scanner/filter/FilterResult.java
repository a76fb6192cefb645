package io.firstfill.scanner.filter;

import io.firstfill.contract.listing.SkipReason;

/** The decision of one filter about a listing. */
sealed interface FilterResult {
    FilterResult PASSED = new Passed();

    /** The filter has no objection. */
    record Passed() implements FilterResult {}

    /** It is too early to decide: the filter is applied again with every answer until it is too late. */
    record Undecided() implements FilterResult {}

    /**
     * The run does not buy the listing.
     *
     * @param detail the numbers behind the reason
     */
    record Refused(SkipReason reason, String detail) implements FilterResult {}
}
