/**
 * Says since which level of the contract a type or a constant exists, so that writers wait until every reader knows it.
 * The package knows nothing else of the contract.
 */
@NullMarked
package io.firstfill.contract.level;

import org.jspecify.annotations.NullMarked;
