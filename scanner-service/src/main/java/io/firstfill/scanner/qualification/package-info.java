/**
 * Decides whether a listing can be bought through the API, by what the exchange shows of the pair. {@code
 * Qualifications} owns the verdicts of one environment. May know {@code listing} and {@code observation}.
 */
@NullMarked
package io.firstfill.scanner.qualification;

import org.jspecify.annotations.NullMarked;
