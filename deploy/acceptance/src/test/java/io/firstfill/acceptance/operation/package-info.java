/**
 * Scenarios of whoever runs the system: alerts that the running stack raises, and an upgrade without a missed listing.
 * The package knows the root's scenarios and keeps no state.
 */
@NullMarked
package io.firstfill.acceptance.operation;

import org.jspecify.annotations.NullMarked;
