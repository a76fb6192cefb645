package io.firstfill.scanner.want;

/** One rule on whether a run wants a listing. */
@FunctionalInterface
interface WantPolicy {
    Opinion of(Candidate candidate);
}
