/**
 * Prometheus beside the local stack: its configuration, and the alert rules of {@code k8s/monitoring} in the form in
 * which Prometheus reads them. The package finds the programs on the PATH, knows {@code config}, and keeps no state.
 */
@NullMarked
package io.firstfill.local.monitoring;

import org.jspecify.annotations.NullMarked;
