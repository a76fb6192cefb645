/**
 * The rules that hold for every read, applied by filters before its resource is called: parameters, the environment
 * that must exist, the entity tag. The package knows {@code query}, and of {@code web} the parameters and what
 * resources state about themselves; it holds no state.
 */
@NullMarked
package io.firstfill.ledger.web.filter;

import org.jspecify.annotations.NullMarked;
