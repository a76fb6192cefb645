/**
 * The demonstration that {@code deploy/up} shows: starts a run through the gateway, opens listings at the simulator,
 * and prints each first fill and each sell with its figures. Holds no state beyond the launcher's process. Knows
 * {@code launch} and {@code client}.
 */
@NullMarked
package io.firstfill.local.demo;

import org.jspecify.annotations.NullMarked;
