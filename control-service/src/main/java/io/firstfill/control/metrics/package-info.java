/**
 * The metrics about environments, from which alert rules and dashboards tell what needs a person. The package reads the
 * books of {@code environment} and {@code run} and the ledger's report in {@code readiness}, and keeps no state.
 */
@NullMarked
package io.firstfill.control.metrics;

import org.jspecify.annotations.NullMarked;
