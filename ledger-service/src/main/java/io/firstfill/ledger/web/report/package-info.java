/**
 * The reads beside the subjects of trading: reports of a state and their history, how runs fared, and missed listings.
 * One resource each; the package knows {@code query} and the parameters of {@code web}, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.web.report;

import org.jspecify.annotations.NullMarked;
