/**
 * Environments: trading state, credential and open alerts. The package owns the book of environments and knows the
 * command package.
 */
@NullMarked
package io.firstfill.control.environment;

import org.jspecify.annotations.NullMarked;
