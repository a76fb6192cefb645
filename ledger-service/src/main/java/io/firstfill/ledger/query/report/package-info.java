/**
 * What the read API returns beside the subjects of trading: the reports of a state with their history, how runs fared,
 * which listings were missed, and prices around openings. The package knows the contract and {@code query}, and holds
 * no state.
 */
@NullMarked
package io.firstfill.ledger.query.report;

import org.jspecify.annotations.NullMarked;
