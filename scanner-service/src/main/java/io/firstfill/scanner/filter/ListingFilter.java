package io.firstfill.scanner.filter;

/** One rule on whether a run wants a listing. */
@FunctionalInterface
interface ListingFilter {
    FilterResult of(Candidate candidate);
}
