/**
 * What a resource states about its reads for the filters of {@code web.filter}, and the answer where the database gives
 * none. The package knows {@code query}, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.web.http;

import org.jspecify.annotations.NullMarked;
