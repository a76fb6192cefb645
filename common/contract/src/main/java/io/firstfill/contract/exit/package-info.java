/**
 * How positions end: plans, exits that triggered and their sells. The trader alone writes this family and owns the
 * state that the events describe.
 */
@NullMarked
package io.firstfill.contract.exit;

import org.jspecify.annotations.NullMarked;
