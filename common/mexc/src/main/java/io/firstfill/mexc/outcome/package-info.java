/**
 * What a refusal of the exchange means: one table from error codes to outcomes. The package knows no other package of
 * this module.
 */
@NullMarked
package io.firstfill.mexc.outcome;

import org.jspecify.annotations.NullMarked;
