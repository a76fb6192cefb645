package io.firstfill.scanner.filter;

/** One rule on whether a run buys a listing. */
@FunctionalInterface
interface ListingFilter {
    FilterResult apply(Candidate candidate);
}
